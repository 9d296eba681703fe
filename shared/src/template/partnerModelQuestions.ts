import type { FieldQuestions } from './types.ts';

/** What the blocks of the Partnermodel Canvas ask, by key. */
export const partnerModelQuestions = {
  sharedAmbition: {
    ask: [
      {
        nl: 'Wat krijgen we samen voor elkaar dat geen van ons alleen lukt?',
        en: 'What do we achieve together that none of us manages alone?',
      },
      {
        nl: 'Waaraan ziet de buitenwereld over vijf jaar dat het gelukt is?',
        en: 'How will the outside world see in five years that we succeeded?',
      },
      {
        nl: 'Wat hebben we ervoor over: tijd, geld, een stukje zelfstandigheid?',
        en: 'What are we willing to give for it: time, money, some autonomy?',
      },
    ],
    hint: {
      nl: 'Eén zin die iedereen hardop durft te zeggen. Schuurt het nog? Ga even terug naar brengen en halen.',
      en: 'One sentence everyone dares to say aloud. Still friction? Step back to bring and gain.',
    },
  },
  corePartners: {
    ask: [
      { nl: 'Wie zijn samen eigenaar van dit plan?', en: 'Who own this plan together?' },
      {
        nl: 'Wie zit namens hen aan tafel, en met welk mandaat?',
        en: 'Who is at the table for them, and with what mandate?',
      },
      {
        nl: 'Wat brengt elk van hen dat de anderen niet hebben?',
        en: 'What does each bring that the others lack?',
      },
    ],
    hint: {
      nl: 'Eén sticker per organisatie, in de kleur van die partner. Kernpartners zijn wij zelf, niet onze leveranciers.',
      en: "One sticker per organisation, in that partner's colour. Core partners are us, not our suppliers.",
    },
  },
  customers: {
    ask: [
      { nl: 'Voor wie doen we dit, en voor wie niet?', en: 'For whom do we do this, and for whom not?' },
      {
        nl: 'Wie gebruikt het, wie betaalt het, wie heeft er ook plezier van?',
        en: 'Who uses it, who pays, who else benefits?',
      },
      { nl: 'Met welke groep beginnen we?', en: 'Which group do we start with?' },
    ],
    hint: {
      nl: "Noem groepen die je op straat kunt aanwijzen, geen 'de burger' of 'de markt'.",
      en: "Name groups you could point at in the street, not 'the citizen' or 'the market'.",
    },
  },
  jointProposition: {
    ask: [
      {
        nl: 'Welk product of welke dienst leveren we samen?',
        en: 'Which product or service do we deliver together?',
      },
      {
        nl: 'Welk probleem lossen we daarmee op, en voor wie?',
        en: 'Which problem does it solve, and for whom?',
      },
      {
        nl: 'Waarom is dit beter dan wat ieder van ons nu los aanbiedt?',
        en: 'Why is this better than what each of us offers separately now?',
      },
    ],
    hint: {
      nl: 'Koppel elke belofte aan een doelgroep rechts.',
      en: 'Tie each promise to a target group on the right.',
    },
  },
  customerRelations: {
    ask: [
      {
        nl: 'Wie van ons is het gezicht naar welke doelgroep?',
        en: 'Which of us is the face to which group?',
      },
      {
        nl: 'Wat voor contact verwacht die doelgroep: persoonlijk, digitaal, één loket?',
        en: 'What contact does that group expect: personal, digital, one counter?',
      },
      {
        nl: 'Hoe gaan we om met klanten die een van ons al heeft?',
        en: 'How do we treat customers one of us already has?',
      },
    ],
    hint: {
      nl: 'Hier botsen partners vaak: van wie is de klant?',
      en: 'Partners often clash here: whose customer is it?',
    },
  },
  channels: {
    ask: [
      {
        nl: 'Langs welke weg bereiken en bedienen we de doelgroep?',
        en: 'By which route do we reach and serve the group?',
      },
      {
        nl: 'Welke kanalen van partners kunnen we meteen gebruiken?',
        en: "Which partners' channels can we use at once?",
      },
    ],
    hint: {
      nl: 'Begin met wat er al is: balie, wijkblad, app, huismeester.',
      en: 'Start with what exists: desk, local paper, app, caretaker.',
    },
  },
  branding: {
    ask: [
      {
        nl: 'Onder welke naam en afzender treden we naar buiten?',
        en: 'Under which name and sender do we go public?',
      },
      {
        nl: 'Hoe verhoudt die naam zich tot onze eigen merken?',
        en: 'How does that name relate to our own brands?',
      },
      { nl: 'Wie mag namens ons allemaal spreken?', en: 'Who may speak for all of us?' },
    ],
    hint: {
      nl: 'Het merk is van de samenwerking én van de partners; beslis dus samen.',
      en: 'The brand belongs to the alliance and the partners; so decide together.',
    },
  },
  keyActivities: {
    ask: [
      {
        nl: 'Wat moeten we samen goed doen om de propositie waar te maken?',
        en: 'What must we do well together to deliver the proposition?',
      },
      { nl: 'Wie doet wat, en waar stopt ieder mee?', en: 'Who does what, and what does each stop doing?' },
    ],
    hint: {
      nl: 'Schrijf werkwoorden. Zet er de kleur van de trekker op.',
      en: 'Write verbs. Give it the colour of whoever leads.',
    },
  },
  keyResources: {
    ask: [
      {
        nl: 'Zonder welke mensen, middelen, kennis of data lukt het niet?',
        en: 'Without which people, means, knowledge or data does it fail?',
      },
      {
        nl: "Welke partner brengt dat in (kijk bij 'brengen')?",
        en: "Which partner brings that (see 'bring')?",
      },
      { nl: 'Wat heeft nog niemand van ons?', en: 'What does none of us have yet?' },
    ],
    hint: {
      nl: 'Een middel zonder afzender is een openstaand punt, geen middel.',
      en: 'A resource without a sender is an open point, not a resource.',
    },
  },
  chainPartners: {
    ask: [
      {
        nl: 'Van wie hangt onze levering af, zonder dat zij mede-eigenaar zijn?',
        en: 'On whom does delivery depend without their being co-owners?',
      },
      {
        nl: 'Wat vragen we van hen en wat krijgen zij terug?',
        en: 'What do we ask of them and what do they get back?',
      },
      {
        nl: 'Wie schuift later misschien aan als kernpartner?',
        en: 'Who might later join as a core partner?',
      },
    ],
    hint: {
      nl: "Noem functie én naam als je die al weet: 'installateur (nog te kiezen)'.",
      en: "Give role and name if known: 'installer (still to choose)'.",
    },
  },
  costs: {
    ask: [
      {
        nl: 'Wat zijn de grootste kosten, eenmalig en per jaar?',
        en: 'What are the largest costs, one-off and yearly?',
      },
      {
        nl: "Hoe verdelen we kosten en risico's over de kernpartners?",
        en: 'How do we share costs and risks among the core partners?',
      },
    ],
    hint: {
      nl: 'Een ruwe schatting met een getal is beter dan een nette omschrijving zonder.',
      en: 'A rough estimate with a figure beats a neat description without one.',
    },
  },
  returns: {
    ask: [
      {
        nl: 'Waar komt het geld vandaan, en wie betaalt waarvoor?',
        en: 'Where does the money come from, and who pays for what?',
      },
      { nl: 'Welke maatschappelijke winst telt mee?', en: 'Which social gain counts too?' },
      { nl: 'Klopt dit met wat ieder wil halen?', en: 'Does this match what each wants to gain?' },
    ],
    hint: {
      nl: "Leg het schema 'halen' ernaast: komt iedereen aan zijn trekken?",
      en: "Put the 'gain' sheet next to it: does everyone get their share?",
    },
  },
  rulesAndGovernance: {
    ask: [
      {
        nl: 'Hoe beslissen we, en wat doen we als we er niet uitkomen?',
        en: 'How do we decide, and what do we do if we cannot agree?',
      },
      {
        nl: 'Wat spreken we af over exclusiviteit, intellectueel eigendom en data?',
        en: 'What do we agree on exclusivity, intellectual property and data?',
      },
      {
        nl: 'Hoe komt er iemand bij, en hoe stapt iemand eruit?',
        en: 'How does someone join, and how does someone leave?',
      },
    ],
    hint: {
      nl: "Schrijf de afspraak, niet het onderwerp. Dus niet 'IE', maar van wie het wordt.",
      en: "Write the agreement, not the topic. Not 'IP', but whose it becomes.",
    },
  },
} as const satisfies Readonly<Record<string, FieldQuestions>>;
