import type { Language, Localized, TemplateKey } from './keys.ts';

/** One step of a ready-made plan, before it is put in somebody's language. */
export interface ReadyStep {
  readonly title: Localized;
  /** What is asked of people, in a sentence or two. */
  readonly note: Localized;
  readonly minutes: number;
  /** The minutes are for each partner. */
  readonly perPartner?: true;
  /** The field it is about, when it is one. */
  readonly region?: string;
}

/** A step in one language, with all its minutes. */
export interface PlannedStep {
  readonly title: string;
  readonly note: string;
  readonly minutes: number;
  readonly sheet: TemplateKey;
  readonly region?: string;
}

/** The steps of the ready-made plan of an instrument, for so many partners. */
export function readyPlan(
  instrument: TemplateKey,
  language: Language,
  partners: number,
): readonly PlannedStep[] {
  return READY_PLANS[instrument].map(({ title, note, minutes, perPartner, region }) => ({
    title: title[language],
    note: note[language],
    minutes: perPartner ? minutes * partners : minutes,
    sheet: instrument,
    ...(region === undefined ? {} : { region }),
  }));
}

/** How a conversation at each instrument can go: a proposal that facilitators change as they like. */
export const READY_PLANS: Readonly<Record<TemplateKey, readonly ReadyStep[]>> = {
  'brengen-halen': [
    {
      title: { nl: 'Opening', en: 'Opening' },
      note: {
        nl: 'Waarom zitten we hier, wie is wie, en hoe praten we met elkaar? Loop samen de spelregels langs.',
        en: 'Why are we here, who is who, and how do we talk? Go through the rules of conversation together.',
      },
      minutes: 10,
    },
    {
      title: { nl: 'Ronde per partner', en: 'One round per partner' },
      note: {
        nl: 'Om de beurt vertelt een partner het eigen verhaal, ongeveer 7 minuten. Daarna vragen de anderen open door: waarom is dat voor jullie zo belangrijk?',
        en: 'In turn each partner tells its own story, about 7 minutes. Then the others ask open questions: why does that matter so much to you?',
      },
      minutes: 15,
      perPartner: true,
    },
    {
      title: { nl: 'Wat hoorden we?', en: 'What did we hear?' },
      note: {
        nl: 'Vul samen het vel met wat je van elkaar hoorde. Begin bij de overeenkomsten, en verbind stickers die hetzelfde zeggen.',
        en: 'Fill the sheet together with what you heard from each other. Start with the common ground, and link stickers that say the same.',
      },
      minutes: 20,
      region: 'core.commonGround',
    },
    {
      title: { nl: 'Verschillen en spannende punten', en: 'Differences and points of tension' },
      note: {
        nl: 'Noem wat schuurt. Het hoeft nu niet opgelost te worden: het mag hier staan.',
        en: 'Name what chafes. It need not be solved now: it may stand here.',
      },
      minutes: 20,
      region: 'core.tensions',
    },
    {
      title: { nl: 'Kern formuleren', en: 'Put the heart into words' },
      note: {
        nl: 'Ieder schrijft eerst in stilte één zin over essentie en ambitie. Leg ze naast elkaar en maak er samen een van: wat staat er straks in de krant?',
        en: 'First everyone silently writes one sentence on essence and ambition. Lay them side by side and make one of them: what will the newspaper say?',
      },
      minutes: 30,
      region: 'core.ambition',
    },
    {
      title: { nl: 'Balans', en: 'Balance' },
      note: {
        nl: 'Past wat de een wil halen bij wat de ander brengt? Trek lijnen. Wat brengt nog niemand?',
        en: 'Does what one wants to gain fit what another brings? Draw lines. What does nobody bring yet?',
      },
      minutes: 15,
    },
    {
      title: { nl: 'Afspraken', en: 'Agreements' },
      note: {
        nl: 'Wie neemt wat mee naar huis, wat mag de achterban zien, en wat is de volgende stap?',
        en: 'Who takes what home, what may the people back home see, and what is the next step?',
      },
      minutes: 10,
    },
  ],
  'partnermodel-canvas': [
    {
      title: { nl: 'Welkom', en: 'Welcome' },
      note: {
        nl: 'Waarom vullen we dit canvas in, hoe lees je het vel, en welke kleur en letter heeft elke partner?',
        en: 'Why do we fill in this canvas, how do you read the sheet, and which colour and letter does each partner have?',
      },
      minutes: 10,
    },
    {
      title: { nl: 'Gedeelde ambitie', en: 'Shared ambition' },
      note: {
        nl: 'Neem de ambitie uit brengen en halen over, lees haar hardop voor en scherp haar aan. Herken ik ons hierin?',
        en: 'Carry over the ambition from bring and gain, read it aloud and sharpen it. Do I recognise us in this?',
      },
      minutes: 15,
      region: 'sharedAmbition',
    },
    {
      title: { nl: 'Kernpartners', en: 'Core partners' },
      note: {
        nl: 'Eén sticker per organisatie die samen eigenaar is van dit plan.',
        en: 'One sticker for each organisation that owns this plan together.',
      },
      minutes: 5,
      region: 'corePartners',
    },
    {
      title: { nl: 'Klanten en doelgroepen', en: 'Customers and target groups' },
      note: {
        nl: 'Schrijf eerst vijf minuten in stilte. Daarna een ronde langs iedereen, en leg bij elkaar wat bij elkaar hoort.',
        en: 'First write in silence for five minutes. Then go round everyone, and put together what belongs together.',
      },
      minutes: 20,
      region: 'customers',
    },
    {
      title: { nl: 'Gezamenlijke propositie', en: 'Joint proposition' },
      note: {
        nl: 'Wat hebben die groepen straks aan ons samen? Eerst in stilte schrijven, dan een ronde, dan bij elkaar leggen.',
        en: 'What will those groups gain from us together? First write in silence, then a round, then put together.',
      },
      minutes: 25,
      region: 'jointProposition',
    },
    {
      title: { nl: 'Klantrelaties, kanalen en branding', en: 'Customer relations, channels and branding' },
      note: {
        nl: 'In twee of drie groepjes, elk met een eigen vak. Vertel elkaar daarna kort wat er ligt.',
        en: 'In two or three small groups, each with its own field. Then tell each other briefly what is there.',
      },
      minutes: 20,
    },
    {
      title: {
        nl: 'Kernactiviteiten, middelen en ketenpartners',
        en: 'Key activities, resources, chain partners',
      },
      note: {
        nl: 'In groepjes. Kijk bij de middelen naar wat jullie bij brengen hebben gelegd: wie levert dit?',
        en: 'In small groups. For the resources look at what you put under bring: who provides this?',
      },
      minutes: 25,
    },
    {
      title: { nl: 'Pauze', en: 'Break' },
      note: { nl: 'Even weg van het bord.', en: 'Away from the board for a while.' },
      minutes: 10,
    },
    {
      title: { nl: 'Kosten en opbrengsten', en: 'Costs and returns' },
      note: {
        nl: 'Zet er bedragen of hoeveelheden bij waar je die weet. Een schatting is genoeg.',
        en: 'Add amounts or quantities where you know them. An estimate will do.',
      },
      minutes: 20,
    },
    {
      title: { nl: 'Spelregels en besturing', en: 'Rules and governance' },
      note: {
        nl: 'Partner voor partner: wat moet altijd overeind blijven, en hoe nemen we besluiten?',
        en: 'Partner by partner: what must always stand, and how do we decide?',
      },
      minutes: 25,
      region: 'rulesAndGovernance',
    },
    {
      title: { nl: 'Vertel het verhaal', en: 'Tell the story' },
      note: {
        nl: 'Eén iemand loopt hardop het hele vel langs, van de ambitie rond en terug. De anderen letten op gaten.',
        en: 'One person walks the whole sheet aloud, from the ambition round and back. The others look for gaps.',
      },
      minutes: 15,
    },
    {
      title: { nl: 'Wat nemen we mee?', en: 'What do we take home?' },
      note: {
        nl: 'Een ronde: wat neem je mee naar huis, wie vertelt het aan wie, en wat is de volgende stap?',
        en: 'A round: what do you take home, who tells whom, and what is the next step?',
      },
      minutes: 10,
    },
  ],
};

/** A rule of the conversation, and what is meant by it. */
export interface ConversationRule {
  readonly rule: Localized;
  readonly meaning?: Localized;
}

/** The rules card: how partners talk with each other. In the order in which they are read aloud. */
export const CONVERSATION_RULES: readonly ConversationRule[] = [
  {
    rule: { nl: 'Neem de tijd.', en: 'Take your time.' },
    meaning: { nl: 'We plannen ruim en haasten niet.', en: 'We plan generously and do not rush.' },
  },
  {
    rule: { nl: 'Iedereen evenveel tijd, iedereen even belangrijk.', en: 'Equal time, equal weight.' },
    meaning: { nl: 'Ook wie als laatste komt.', en: 'For the last speaker too.' },
  },
  {
    rule: { nl: 'Je vertelt je eigen verhaal.', en: 'You tell your own story.' },
    meaning: {
      nl: 'Partners lichten zelf hun belang toe.',
      en: 'Partners explain their own interests.',
    },
  },
  {
    rule: { nl: 'Niet voorlezen, wel doorvragen.', en: 'Don’t read out; ask through.' },
    meaning: { nl: 'Het huiswerk is een begin.', en: 'The homework is a beginning.' },
  },
  {
    rule: { nl: 'Vraag waarom.', en: 'Ask why.' },
    meaning: { nl: 'Open, nieuwsgierig, zonder oordeel.', en: 'Open, curious, without a verdict.' },
  },
  {
    rule: { nl: 'Eerst de overeenkomsten, dan de verschillen.', en: 'Similarities first, then differences.' },
  },
  { rule: { nl: 'We zoeken winst voor iedereen.', en: 'We look for a win for everyone.' } },
  {
    rule: { nl: 'De goede mensen zitten aan tafel:', en: 'The right people are at the table:' },
    meaning: {
      nl: 'bestuurders én de trekkers die het werk doen.',
      en: 'those who decide and those who do the work.',
    },
  },
];
