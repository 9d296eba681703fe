/** What is said when the server could not do what somebody asked. */
export const texts = {
  'failed.network': 'De server is niet bereikbaar, dus dit is niet gebeurd. Probeer het zo nog eens.',
  'failed.conflict':
    'Intussen is er iets veranderd, dus dit is niet gebeurd. Kijk even en probeer het opnieuw.',
  'failed.forbidden': 'Dat mag je op dit bord niet. Er is niets veranderd.',
  'failed.tooMany': 'Er kwamen te veel verzoeken kort na elkaar. Wacht even en probeer het opnieuw.',
  'failed.server': 'De server kon dit nu niet doen. Er is niets veranderd; probeer het zo nog eens.',
} as const;
