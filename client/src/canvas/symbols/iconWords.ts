/**
 * The icons one can choose, in groups that belong together: name, what it is called in Dutch and in English, and
 * behind the bar what else one may look for. Their shapes are made from this list: see `scripts/icons.mjs`.
 */
export const ICON_WORDS = `
handshake; Samenwerken; Working together | afspraak akkoord deal agreement partner samenwerking
users-round; Groep; Group | mensen team people bewoners huurders
user-round; Persoon; Person | mens iemand
user-round-plus; Persoon erbij; Add a person | uitnodigen nieuw invite
user-round-check; Persoon akkoord; Person agreed | gekozen
baby; Kind; Child | baby gezin jeugd family youth
accessibility; Toegankelijk; Accessible | iedereen inclusie inclusion
hand; Hand; Hand | stop hulp participatie inspraak
hand-heart; Zorg; Care | hulp vrijwilliger help volunteer
hand-helping; Geven; Giving | brengen hulp bring
hand-coins; Bijdragen; Contributing | geld subsidie money grant lening
heart; Hart; Heart | liefde waarde love value
heart-handshake; Verbinding; Connection | vertrouwen trust
heart-pulse; Gezondheid; Health | hartslag
message-circle; Gesprek; Conversation | praten tekst talk
messages-square; Overleg; Discussion | dialoog praten dialogue vergadering
megaphone; Omroepen; Announce | communicatie campagne communication
speech; Spreken; Speaking | stem voice
ear; Luisteren; Listening | oor hearing
eye; Zien; Seeing | oog kijken look
eye-off; Niet zichtbaar; Hidden | verborgen
face-slightly-smiling; Blij; Happy | tevreden lach
face-slightly-frowning; Ontevreden; Unhappy | verdrietig sad
face-neutral; Neutraal; Neutral | twijfel doubt
face-angry; Boos; Angry | conflict
face-grinning; Lachen; Laughing | plezier fun
party-popper; Vieren; Celebrate | feest succes
thumbs-up; Duim omhoog; Thumbs up | goed eens agree
thumbs-down; Duim omlaag; Thumbs down | slecht oneens disagree
check; Vinkje; Check | klaar gedaan done
circle-check; Akkoord; Agreed | goed gekeurd ok
x; Kruis; Cross | nee fout no
circle-x; Niet akkoord; Not agreed | fout afgekeurd
circle-question-mark; Vraag; Question | onbekend weten
triangle-exclamation-point; Let op; Attention | gevaar risico warning risk waarschuwing probleem
circle-exclamation-point; Belangrijk; Important | uitroep
info; Informatie; Information | uitleg
lightbulb; Idee; Idea | lamp inzicht insight
sparkles; Nieuw; New | bijzonder innovatie innovation
star; Ster; Star | favoriet kwaliteit quality
award; Onderscheiding; Award | prijs kwaliteit
trophy; Beker; Trophy | winst succes winner
medal; Medaille; Medal | prijs
flag; Vlag; Flag | mijlpaal doel milestone
target; Doel; Goal | ambitie raak ambition
goal; Eindpunt; Finish | doel
crosshair; Richten; Focus | precies
rocket; Start; Launch | raket snel groei
mountain; Berg; Mountain | uitdaging challenge
signpost; Wegwijzer; Signpost | richting keuze direction
compass; Kompas; Compass | koers richting
map; Kaart; Map | gebied plattegrond area
map-pin; Plek; Place | locatie location
route; Route; Route | weg pad path
milestone; Mijlpaal; Milestone | stap
navigation; Navigatie; Navigation | koers
house; Huis; House | wonen thuis home woning dak isolatie
building; Gebouw; Building | kantoor office
building-complex; Stad; City | gebouwen
factory; Fabriek; Factory | industrie bedrijf industry
store; Winkel; Shop | handel verkoop retail
school; School; School | onderwijs education
graduation-cap; Opleiding; Education | leren student learn
hospital; Ziekenhuis; Hospital | zorg
church; Kerk; Church | geloof faith
landmark; Overheid; Government | gemeente bank
castle; Kasteel; Castle | erfgoed heritage
warehouse; Loods; Warehouse | opslag magazijn
tent; Tent; Tent | kamp festival
fence; Hek; Fence | grens border
door-open; Open deur; Open door | welkom toegang welcome
key-round; Sleutel; Key | toegang
lock-keyhole; Slot; Lock | veilig privé safe
lock-open; Open slot; Unlocked | vrij
shield; Schild; Shield | veiligheid safety privacy
shield-check; Veilig; Safe | bescherming
scale; Weegschaal; Scales | recht balans justice regels
gavel; Besluit; Ruling | recht wet law
scroll-text; Overeenkomst; Charter | contract verklaring
file-text; Document; Document | rapport tekst report
file-check; Goedgekeurd stuk; Approved paper | vergunning
files; Stukken; Papers | documenten
folder; Map met stukken; Folder | dossier
clipboard-list; Lijst; List | taken actie tasks
list-checks; Takenlijst; Checklist | acties
notebook-pen; Notities; Notes | schrift verslag
book-open; Boek; Book | kennis lezen knowledge
library; Bibliotheek; Library | boeken
newspaper; Krant; Newspaper | nieuws media
pencil; Potlood; Pencil | schrijven ontwerp
pen-tool; Ontwerp; Design | tekenen
palette; Palet; Palette | kunst cultuur art
paintbrush; Kwast; Brush | verf maken
brush; Penseel; Paintbrush | kunst
camera; Camera; Camera | foto beeld
image; Afbeelding; Picture | foto
film; Film; Film | video
eighth-notes; Muziek; Music | cultuur
mic; Microfoon; Microphone | geluid podcast
drama; Theater; Theatre | cultuur
ticket; Kaartje; Ticket | toegang evenement
calendar; Kalender; Calendar | datum planning
calendar-check; Afspraak; Appointment | datum
clock; Klok; Clock | tijd
hourglass; Zandloper; Hourglass | wachten tijd wait
timer; Timer; Timer | tijd
alarm-clock; Wekker; Alarm clock | op tijd
rotate-ccw-clock; Terugblik; Looking back | geschiedenis
repeat; Herhalen; Repeat | cyclus opnieuw
refresh-cw; Vernieuwen; Renew | cyclus
recycle; Hergebruik; Recycling | circulair afval circular
trash; Afval; Waste | weg
leaf; Blad; Leaf | natuur groen duurzaam sustainable co2
sprout; Kiem; Sprout | groei begin growth
tree-deciduous; Boom; Tree | natuur groen
trees; Bos; Forest | park natuur
flower-2; Bloem; Flower | natuur tuin garden
clover; Klaver; Clover | geluk
wheat; Graan; Grain | landbouw voedsel farming
tractor; Tractor; Tractor | landbouw boer
apple; Appel; Apple | voedsel gezond food
carrot; Wortel; Carrot | voedsel
egg; Ei; Egg | begin voedsel
fish; Vis; Fish | water
bird; Vogel; Bird | natuur
bug; Insect; Insect | natuur fout
paw-print; Dieren; Animals | poot
dog; Hond; Dog | dier
cat; Kat; Cat | dier
squirrel; Eekhoorn; Squirrel | natuur
turtle; Schildpad; Turtle | langzaam slow
rabbit; Konijn; Rabbit | snel fast
sun; Zon; Sun | zonne-energie weer
moon; Maan; Moon | nacht
cloud; Wolk; Cloud | weer opslag
cloud-rain; Regen; Rain | weer klimaat climate
snowflake; Sneeuw; Snow | koud koeling
wind; Wind; Wind | weer windmolen
thermometer; Temperatuur; Temperature | warmte warmtepomp
umbrella; Paraplu; Umbrella | verzekering bescherming
droplet; Druppel; Drop | water
waves-horizontal; Golven; Waves | water zee
flame; Vlam; Flame | vuur warmte gas ketel
zap; Energie; Energy | stroom elektriciteit power
plug; Stekker; Plug | aansluiting stroom laadpaal
battery-charging; Accu; Battery | opslag laden batterij
solar-panel; Zonnepaneel; Solar panel | energie
wind-arrow-down; Windkracht; Wind power | energie
fuel; Brandstof; Fuel | tanken laadpaal
utility-pole; Stroomnet; Power grid | mast net
car; Auto; Car | vervoer
bus; Bus; Bus | ov vervoer
train-front; Trein; Train | ov spoor
tram-front; Tram; Tram | ov
bike; Fiets; Bicycle | vervoer
truck; Vrachtwagen; Lorry | vervoer logistiek
ship; Schip; Ship | haven water
plane; Vliegtuig; Plane | reizen
footprints; Voetstappen; Footsteps | lopen wandelen walk
traffic-cone; Wegwerk; Roadworks | bouw
circle-letter-p; Parkeren; Parking | auto
anchor; Anker; Anchor | haven vast
globe; Wereld; World | internet internationaal
earth; Aarde; Earth | wereld klimaat
languages; Talen; Languages | vertalen
euro; Euro; Euro | geld
coins; Munten; Coins | geld
banknote; Bankbiljet; Banknote | geld
wallet; Portemonnee; Wallet | geld budget
piggy-bank; Spaarpot; Piggy bank | sparen geld
receipt; Bon; Receipt | kosten
credit-card; Betaalkaart; Payment card | betalen
percent; Procent; Percent | deel
calculator; Rekenmachine; Calculator | kosten begroting budget
chart-pie; Taartdiagram; Pie chart | verdeling cijfers
chart-column; Staafdiagram; Bar chart | cijfers
trending-up; Stijging; Rising | groei
trending-down; Daling; Falling | afname
shopping-cart; Winkelwagen; Trolley | kopen
package; Pakket; Package | product levering
gift; Cadeau; Gift | geven bonus
truck-electric; Elektrisch vervoer; Electric transport | auto
briefcase; Werk; Work | baan bedrijf job
hammer; Hamer; Hammer | bouwen maken build
wrench; Sleutelgereedschap; Spanner | techniek onderhoud
drill; Boor; Drill | techniek
hard-hat; Helm; Hard hat | bouw veilig
construction; Bouw; Construction | in aanbouw
shovel; Schop; Shovel | graven
ruler; Liniaal; Ruler | meten
settings; Tandwiel; Cogwheel | instellingen techniek
cog; Werking; Mechanism | proces tandwiel
puzzle; Puzzelstuk; Puzzle piece | oplossing past
blocks; Blokken; Blocks | bouwstenen
layers; Lagen; Layers | opbouw
network; Netwerk; Network | verbinding
link; Schakel; Link | verbinding keten
unlink; Losse schakel; Broken link | breuk
git-merge; Samenkomen; Merge | samen
split; Splitsen; Split | keuze
arrow-right; Pijl; Arrow | verder
arrow-left-right; Uitwisselen; Exchange | ruil heen en weer
arrow-up; Omhoog; Up | meer
arrow-down; Omlaag; Down | minder
move; Alle kanten; All directions | bewegen
plus; Plus; Plus | meer erbij
minus; Min; Minus | minder
equal; Gelijk; Equal | evenveel
infinity; Oneindig; Infinite | blijvend
search; Zoeken; Search | onderzoek
microscope; Onderzoek; Research | wetenschap
flask-conical; Experiment; Experiment | proef pilot
telescope; Vooruitkijken; Looking ahead | visie toekomst vision
atom; Wetenschap; Science | techniek
brain; Denken; Thinking | kennis hersenen
monitor; Scherm; Screen | computer
laptop; Laptop; Laptop | computer
smartphone; Telefoon; Phone | mobiel app
wifi; Draadloos; Wireless | internet
server; Server; Server | data
database; Gegevens; Data | opslag
code; Code; Code | software programma
bot; Robot; Robot | ai automatisch
mail; Brief; Letter | post e-mail
phone; Bellen; Call | telefoon
bell; Bel; Bell | melding
printer; Printer; Printer | afdruk
coffee; Koffie; Coffee | pauze break
utensils; Eten; Food | maaltijd lunch
cake; Taart; Cake | feest jubileum
beer; Borrel; Drinks | feest
glass-water; Glas water; Glass of water | drinken
bed; Bed; Bed | slapen wonen
sofa; Bank; Sofa | wonen
armchair; Stoel; Chair | zitten
lamp; Lamp; Lamp | licht
bath; Bad; Bath | water
stethoscope; Arts; Doctor | zorg
syringe; Prik; Injection | zorg vaccin
pill; Pil; Pill | medicijn
ambulance; Ambulance; Ambulance | nood zorg
life-buoy; Reddingsboei; Lifebuoy | hulp
siren; Sirene; Siren | nood alarm
dumbbell; Sport; Sports | kracht
volleyball; Bal; Ball | sport spel
gamepad-2; Spel; Game | spelen
dices; Dobbelstenen; Dice | toeval kans
crown; Kroon; Crown | leiding
gem; Diamant; Diamond | waarde
magnet; Magneet; Magnet | aantrekken
feather; Veer; Feather | licht
bookmark; Bladwijzer; Bookmark | bewaren
tag; Label; Label | prijs
pin; Punaise; Pin | vast
scissors; Schaar; Scissors | knippen
paperclip; Paperclip; Paperclip | bijlage
`;
