/** Emoji one can choose, each with Dutch and English words to find it by; the first of each is its name. */
export const EMOJI_WORDS = `
😀; blij; happy | lachen smile
😂; tranen van het lachen; tears of joy | grappig
🙂; glimlach; smile
😉; knipoog; wink
😍; verliefd; in love | mooi
🤔; nadenken; thinking | twijfel
😐; neutraal; neutral
😕; verward; confused
😟; bezorgd; worried
😢; verdrietig; sad
😠; boos; angry
😮; verrast; surprised
😴; slapen; asleep | moe
🥳; feest; party | vieren
😎; stoer; cool
🤯; overweldigd; mind blown
👍; duim omhoog; thumbs up | goed eens
👎; duim omlaag; thumbs down | oneens
👏; applaus; applause
🙌; hoera; hooray
🙏; dank; thanks | alsjeblieft please
🤝; handdruk; handshake | samenwerken akkoord
💪; kracht; strength | sterk
👀; kijken; looking | ogen
👂; luisteren; listening | oor
🧠; denken; thinking | hersenen brain
❤️; hart; heart | liefde
💚; groen hart; green heart | duurzaam
💡; idee; idea | lamp
⭐; ster; star
✨; bijzonder; special | nieuw
🔥; vuur; fire | energie
⚡; energie; energy | stroom
🌍; wereld; world | aarde
🌱; groei; growth | plant
🌳; boom; tree | natuur
🌷; tulp; tulip | bloem
🌞; zon; sun
🌧️; regen; rain
❄️; sneeuw; snow | koud
🌊; golf; wave | water
💧; druppel; drop | water
♻️; hergebruik; recycling | circulair
🏠; huis; house | wonen
🏘️; buurt; neighbourhood | wijk
🏫; school; school | onderwijs
🏥; ziekenhuis; hospital | zorg
🏭; fabriek; factory | industrie
🏛️; overheid; government | gemeente
🏗️; bouw; construction
🚲; fiets; bicycle
🚌; bus; bus | ov
🚆; trein; train | ov
🚗; auto; car
🚚; vrachtwagen; lorry
⛵; zeilboot; sailing boat | koers
🚀; raket; rocket | start
🎯; doel; target
🏁; eindstreep; finish
🚩; vlag; flag | mijlpaal
🗺️; kaart; map
📍; plek; place | locatie
🧭; kompas; compass | koers
🪜; ladder; ladder | stap
🧩; puzzelstuk; puzzle piece
🔗; schakel; link | keten
⚖️; weegschaal; scales | balans
🔑; sleutel; key
🔒; slot; lock | geheim
🛡️; schild; shield | veilig
⚠️; let op; attention | risico
❓; vraag; question
❗; belangrijk; important
✅; klaar; done | akkoord
❌; nee; no | fout
⛔; stop; stop
💬; gesprek; conversation
📣; omroepen; announce | communicatie
📅; kalender; calendar | planning
⏰; wekker; alarm clock | tijd
⏳; wachten; waiting | tijd
💶; geld; money | euro
📈; stijging; rising | groei
📉; daling; falling
📄; document; document
📚; boeken; books | kennis
🎓; opleiding; education | diploma
🔬; onderzoek; research
🛠️; gereedschap; tools | maken
🧱; bouwsteen; brick
🎁; cadeau; gift
🏆; beker; trophy | succes
🎉; feest; celebration
☕; koffie; coffee | pauze
🍎; appel; apple | gezond
🍽️; eten; food | lunch
⚽; voetbal; football | sport
🎨; kunst; art
🎵; muziek; music
📷; foto; photo | camera
👶; kind; child | baby
👵; oudere vrouw; older woman | oma
👨‍👩‍👧; gezin; family
👷; bouwer; builder
👩‍🌾; boerin; farmer | landbouw
👩‍⚕️; arts; doctor | zorg
👩‍🏫; leraar; teacher
♿; toegankelijk; accessible
🇳🇱; Nederland; the Netherlands | vlag
🇪🇺; Europa; Europe | vlag
`;
