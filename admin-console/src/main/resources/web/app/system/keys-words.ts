import { words } from '../words.js';

export const keysWords = words({
  en: {
    title: 'Keys',
    intro: 'They sign admission tokens and the heads of fairness logs. A rotation loses no fan; a revocation makes '
      + 'fans claim again.',
    key: 'Key', state: 'State', from: 'Signs from', until: 'Good until', whileUsed: 'as long as it signs',
    states: { PUBLISHED: 'published, signs soon', ACTIVE: 'signs now', RETIRING: 'retiring' } as Record<string, string>,
    due: (time: string) => `The next key is published by itself on ${time}.`, byHand: 'Keys are rotated by hand only.',
    rotate: 'Rotate now', rotateTitle: 'Publish a new key?',
    rotateText: (publication: string, overlap: string) => `A new key is published at once and signs after `
      + `${publication}. The one that signs now stays good until ${overlap} later, so every token it signed can still `
      + 'be used. No fan notices.',
    rotated: (time: string) => `A new key is published and signs from ${time}`,
    revoke: 'Revoke…', revokeTitle: 'Take this key away?',
    revokeText: 'Only for a key that leaked. Nothing it signed counts any more, within seconds and everywhere: fans '
      + 'who hold a token and are not in yet claim once more and get the same admission under a new key. Shopping '
      + 'sessions that exist go on. This cannot be undone.',
    revokeVerb: 'Revoke', revokeType: 'REVOKE', revoked: (kid: string) => `Revoked. ${kid} signs from now on.`,
    none: 'No key yet', noneText: 'The waiting room makes its first key when it starts.',
    admissions: 'Take back one admission',
    admissionsText: 'When a single admission must not count: it ends as if its fan had left, seats go back, and the '
      + 'slot goes to the next in line.',
    release: 'Release', place: 'Place', takeBack: 'Take back…', takeBackTitle: 'Take back this admission?',
    takeBackText: 'The fan is sent out of the shop, what they hold is given back, and the slot goes to the next in '
      + 'line. This cannot be undone.',
    takenBack: 'The admission is taken back',
    staffKeys: 'Staff sign in with tokens of their own, signed by the core with the key pair in its secrets folder. '
      + 'Put a new pair there and start the services again to replace it; everybody signs in anew.',
  },
  de: {
    title: 'Schlüssel',
    intro: 'Sie unterschreiben Einlasstoken und die Köpfe der Fairness-Protokolle. Ein Wechsel kostet keinen Fan '
      + 'etwas; nach einem Widerruf fordern Fans noch einmal an.',
    key: 'Schlüssel', state: 'Zustand', from: 'Unterschreibt ab', until: 'Gültig bis',
    whileUsed: 'solange er unterschreibt',
    states: { PUBLISHED: 'veröffentlicht, unterschreibt bald', ACTIVE: 'unterschreibt jetzt', RETIRING: 'läuft aus' },
    due: (time: string) => `Der nächste Schlüssel wird von selbst veröffentlicht: ${time}.`,
    byHand: 'Schlüssel werden nur von Hand gewechselt.',
    rotate: 'Jetzt wechseln', rotateTitle: 'Neuen Schlüssel veröffentlichen?',
    rotateText: (publication: string, overlap: string) => `Ein neuer Schlüssel wird sofort veröffentlicht und `
      + `unterschreibt nach ${publication}. Der jetzige bleibt danach noch ${overlap} gültig, so dass jedes Token `
      + 'benutzt werden kann. Kein Fan merkt etwas.',
    rotated: (time: string) => `Ein neuer Schlüssel ist veröffentlicht und unterschreibt ab ${time}`,
    revoke: 'Widerrufen…', revokeTitle: 'Diesen Schlüssel wegnehmen?',
    revokeText: 'Nur für einen Schlüssel, der in falsche Hände kam. Nichts, was er unterschrieb, zählt mehr, überall '
      + 'und binnen Sekunden: Fans mit einem Token, die noch nicht drin sind, fordern noch einmal an und bekommen '
      + 'denselben Einlass unter neuem Schlüssel. Laufende Einkäufe gehen weiter. Das lässt sich nicht rückgängig '
      + 'machen.',
    revokeVerb: 'Widerrufen', revokeType: 'WIDERRUFEN',
    revoked: (kid: string) => `Widerrufen. Ab jetzt unterschreibt ${kid}.`, none: 'Noch kein Schlüssel',
    noneText: 'Der Warteraum macht den ersten, wenn er startet.',
    admissions: 'Einen Einlass zurücknehmen',
    admissionsText: 'Wenn ein einzelner Einlass nicht zählen darf: er endet, als wäre der Fan gegangen, Plätze werden '
      + 'frei, und die Nächsten rücken nach.',
    release: 'Vorverkauf', place: 'Platz', takeBack: 'Zurücknehmen…', takeBackTitle: 'Diesen Einlass zurücknehmen?',
    takeBackText: 'Der Fan muss den Shop verlassen, seine Reservierung wird frei, und die Nächsten rücken nach. Das '
      + 'lässt sich nicht rückgängig machen.',
    takenBack: 'Der Einlass ist zurückgenommen',
    staffKeys: 'Personal meldet sich mit eigenen Token an, die der Kern mit dem Schlüsselpaar in seinem '
      + 'Geheimnisordner unterschreibt. Leg dort ein neues Paar ab und starte die Dienste neu, um es zu ersetzen; alle '
      + 'melden sich dann neu an.',
  },
});
