import { words } from '../words.js';

export const throttleWords = words({
  en: {
    title: 'Release board', intro: 'All releases at one look: how fast, how full, how long, and why.',
    release: 'Release', event: 'Event', mode: 'Mode', phase: 'Phase', rate: 'Rate per minute', rateNow: 'now',
    rateSet: 'set',
    inside: 'Inside', waiting: 'Waiting', wait: 'Wait (median)', why: 'Why', done: 'Done', sum: 'All releases',
    open: 'Open releases', held: 'Held', all: 'Waiting in all', insideAll: 'Inside in all',
    minute: 'Let in, last minute',
    none: 'No release yet', noneText: 'A release opens the doors of an event. Make one at the event, under Releases.',
    change: 'Change', hold: 'Hold', resume: 'Let go on', drain: 'Drain',
    nowOf: (now: string, set: string) => `${now} of ${set}`,
    fullness: (alive: string, most: string) => `${alive} of ${most}`, called: (n: string) => `${n} called`,
    modes: { AUTO: 'follows the clock', HOLD: 'held', DRAIN: 'draining', CLOSED: 'closed' } as Record<string, string>,
    phases: {
      SCHEDULED: 'not yet', LOBBY: 'lobby', DRAWING: 'drawing', OPEN: 'open', HELD: 'held', DRAINING: 'draining',
      CLOSED: 'over',
    } as Record<string, string>,
    reasons: {
      'the hall is full: maxActive is reached': 'the hall is full',
      'at full speed: ratePerMinute is reached': 'at full speed',
      'nobody is waiting': 'nobody is waiting', 'calls are on their way': 'calls are on their way',
    } as Record<string, string>, heldBy: 'held by staff',
    changeOf: (title: string) => `Throttle of ${title}`, newRate: 'Rate per minute',
    newRateHint: 'Most fans let in within any 60 seconds. 1 to 600,000.',
    newMost: 'Most inside at once', newMostHint: 'Fans in the shop at the same time. 1 to 1,000,000.',
    preview: 'What it will do', previewSame: 'Nothing changes.',
    lastInLine: (before: string, after: string) => `Whoever is last in line (now ${before}) gets in after about `
      + `${after}.`,
    emptyLine: 'Nobody is waiting; it matters from the next rush on.',
    capBinds: 'The hall is full: until somebody leaves, a higher rate lets nobody in sooner. Raise the most inside '
      + 'instead.',
    fewerInside: (n: string) => `${n} more are inside than then may be. Nobody is sent away; nobody new comes in until `
      + 'enough have left.',
    apply: 'Apply', leave: 'Leave as it is',
    applied: (title: string, rate: string, most: string) => `${title}: ${rate} a minute, ${most} inside`,
    stale: 'Somebody changed this release meanwhile. Below stands what holds now; apply once more if you still want '
      + 'it.',
    holdTitle: (title: string) => `Hold ${title}?`,
    holdText: 'Nobody new is let in until you let it go on. Everybody keeps place and turn; whoever is inside goes on '
      + 'buying. Fans read the reason.',
    reason: 'Reason, which fans read', holdVerb: 'Hold', heldNow: (title: string) => `${title} is held`,
    resumeTitle: (title: string) => `Let ${title} go on?`,
    resumeText: (n: string, rate: string) => `${n} are waiting; they are let in at up to ${rate} a minute from now on.`,
    resumed: (title: string) => `${title} goes on`,
    brake: 'Global brake', brakeText: 'Holds every release at once, and lets go on exactly those that it held.',
    brakePull: 'Pull the brake', brakeTitle: 'Hold all releases?',
    brakeConsequence: (n: string, waiting: string) => `${n} releases are held at once, ${waiting} fans wait on. Nobody `
      + 'new is let in anywhere. Everybody keeps their place, whoever is inside goes on buying. Fans read the reason.',
    brakeVerb: 'Hold all',
    brakeOn: (n: string, time: string) => `The brake is on: it holds ${n} releases since ${time}.`,
    brakeReason: (reason: string) => `Reason: ${reason}`, brakeOff: 'Let go',
    brakeOffTitle: 'Let the held releases go on?',
    brakeOffText: (n: string) => `Exactly the ${n} releases that the brake holds go back to what they were. Those held `
      + 'before, and those somebody held for another reason, stay held.',
    brakePulled: (n: string) => `The brake holds ${n} releases`, brakeReleased: 'The brake is off',
    failOpen: 'When Redis is gone: fail open',
    failOpenText: 'Off, nobody is let in while the store is away, and that is right: places survive and nobody '
      + 'overtakes. On, fans go in by the last known order for some minutes.',
    failOpenOn: (time: string) => `Fail open is on until ${time}.`, failOpenEverywhere: 'All instances know.',
    failOpenHere: 'Only the instance that was asked knows; ask again for the others.',
    failOpenSwitch: 'Switch on…', failOpenOff: 'Switch off', failOpenTitle: 'Let fans in without the store?',
    failOpenConsequence: 'Only for a store that is gone and stays gone. Caps are not kept exactly: each instance lets '
      + 'in by what it knew last, so more than the set rate and more than the most inside may get in. It ends by '
      + 'itself.',
    minutes: 'For how many minutes', minutesHint: '1 to 15', failOpenVerb: 'Let fans in',
    failOpenDone: 'Fail open is on', failOpenEnded: 'Fail open is off',
    onlyAdmins: 'Brake and fail open are in the hands of admins.',
  },
  de: {
    title: 'Tafel der Vorverkäufe',
    intro: 'Alle Vorverkäufe auf einen Blick: wie schnell, wie voll, wie lange und warum.',
    release: 'Vorverkauf', event: 'Veranstaltung', mode: 'Betrieb', phase: 'Phase', rate: 'Rate je Minute',
    rateNow: 'jetzt', rateSet: 'gesetzt',
    inside: 'Im Saal', waiting: 'Warten', wait: 'Wartezeit (Median)', why: 'Warum', done: 'Fertig',
    sum: 'Alle Vorverkäufe',
    open: 'Offene Vorverkäufe', held: 'Angehalten', all: 'Warten insgesamt', insideAll: 'Im Saal insgesamt',
    minute: 'Eingelassen, letzte Minute',
    none: 'Noch kein Vorverkauf',
    noneText: 'Ein Vorverkauf öffnet die Türen einer Veranstaltung. Leg ihn bei der Veranstaltung unter Vorverkäufe '
      + 'an.',
    change: 'Ändern', hold: 'Anhalten', resume: 'Weiterlaufen lassen', drain: 'Auslaufen',
    nowOf: (now: string, set: string) => `${now} von ${set}`,
    fullness: (alive: string, most: string) => `${alive} von ${most}`, called: (n: string) => `${n} aufgerufen`,
    modes: { AUTO: 'nach der Uhr', HOLD: 'angehalten', DRAIN: 'läuft aus', CLOSED: 'geschlossen' },
    phases: {
      SCHEDULED: 'noch nicht', LOBBY: 'Vorraum', DRAWING: 'Auslosung', OPEN: 'offen', HELD: 'angehalten',
      DRAINING: 'läuft aus', CLOSED: 'vorbei',
    },
    reasons: {
      'the hall is full: maxActive is reached': 'der Saal ist voll',
      'at full speed: ratePerMinute is reached': 'volle Geschwindigkeit',
      'nobody is waiting': 'niemand wartet', 'calls are on their way': 'Aufrufe sind unterwegs',
    }, heldBy: 'vom Personal angehalten',
    changeOf: (title: string) => `Drossel von ${title}`, newRate: 'Rate je Minute',
    newRateHint: 'So viele Fans kommen in 60 Sekunden höchstens herein. 1 bis 600.000.',
    newMost: 'Höchstens gleichzeitig im Saal', newMostHint: 'Fans, die zur selben Zeit im Shop sind. 1 bis 1.000.000.',
    preview: 'Was das bewirkt', previewSame: 'Nichts ändert sich.',
    lastInLine: (before: string, after: string) => `Wer ganz hinten steht (jetzt ${before}), kommt nach etwa ${after} `
      + 'herein.',
    emptyLine: 'Niemand wartet; es zählt ab dem nächsten Ansturm.',
    capBinds: 'Der Saal ist voll: bis jemand geht, lässt eine höhere Rate niemanden früher herein. Erhöhe lieber die '
      + 'Zahl im Saal.',
    fewerInside: (n: string) => `Es sind ${n} mehr im Saal, als dann dürfen. Niemand wird hinausgeschickt; niemand `
      + 'Neues kommt herein, bis genug gegangen sind.',
    apply: 'Anwenden', leave: 'Lassen, wie es ist',
    applied: (title: string, rate: string, most: string) => `${title}: ${rate} je Minute, ${most} im Saal`,
    stale: 'Jemand hat diesen Vorverkauf inzwischen geändert. Unten steht, was jetzt gilt; wende noch einmal an, wenn '
      + 'du es noch willst.',
    holdTitle: (title: string) => `${title} anhalten?`,
    holdText: 'Niemand Neues kommt herein, bis du ihn weiterlaufen lässt. Alle behalten Platz und Reihe; wer drin ist, '
      + 'kauft weiter. Fans lesen den Grund.',
    reason: 'Grund, den Fans lesen', holdVerb: 'Anhalten', heldNow: (title: string) => `${title} ist angehalten`,
    resumeTitle: (title: string) => `${title} weiterlaufen lassen?`,
    resumeText: (n: string, rate: string) => `${n} warten; ab jetzt kommen bis zu ${rate} je Minute herein.`,
    resumed: (title: string) => `${title} läuft weiter`,
    brake: 'Bremse für alles',
    brakeText: 'Hält jeden Vorverkauf auf einmal an und lässt genau die weiterlaufen, die sie angehalten hat.',
    brakePull: 'Bremse ziehen', brakeTitle: 'Alle Vorverkäufe anhalten?',
    brakeConsequence: (n: string, waiting: string) => `${n} Vorverkäufe werden sofort angehalten, ${waiting} Fans `
      + 'warten weiter. Nirgends kommt jemand Neues herein. Alle behalten ihren Platz, wer drin ist, kauft weiter. '
      + 'Fans lesen den Grund.',
    brakeVerb: 'Alle anhalten',
    brakeOn: (n: string, time: string) => `Die Bremse ist gezogen: sie hält ${n} Vorverkäufe seit ${time} an.`,
    brakeReason: (reason: string) => `Grund: ${reason}`, brakeOff: 'Lösen',
    brakeOffTitle: 'Angehaltene Vorverkäufe weiterlaufen lassen?',
    brakeOffText: (n: string) => `Genau die ${n} Vorverkäufe, die die Bremse hält, werden wieder, was sie waren. Was `
      + 'vorher angehalten war oder jemand aus anderem Grund anhielt, bleibt angehalten.',
    brakePulled: (n: string) => `Die Bremse hält ${n} Vorverkäufe`, brakeReleased: 'Die Bremse ist gelöst',
    failOpen: 'Wenn Redis fort ist: trotzdem einlassen',
    failOpenText: 'Aus: solange der Speicherdienst fehlt, kommt niemand herein, und das ist richtig so: Plätze '
      + 'überdauern, niemand überholt. An: Fans kommen einige Minuten lang nach der zuletzt bekannten Reihenfolge '
      + 'herein.',
    failOpenOn: (time: string) => `Der Notschalter ist an bis ${time}.`,
    failOpenEverywhere: 'Alle Instanzen wissen es.',
    failOpenHere: 'Nur die gefragte Instanz weiß es; frag noch einmal für die anderen.',
    failOpenSwitch: 'Einschalten…', failOpenOff: 'Ausschalten', failOpenTitle: 'Fans ohne Speicherdienst einlassen?',
    failOpenConsequence: 'Nur, wenn der Speicherdienst fort ist und fort bleibt. Grenzen werden nicht genau gehalten: '
      + 'jede Instanz lässt nach dem ein, was sie zuletzt wusste, also mehr als die Rate und mehr als höchstens im '
      + 'Saal. Es endet von selbst.',
    minutes: 'Für wie viele Minuten', minutesHint: '1 bis 15', failOpenVerb: 'Fans einlassen',
    failOpenDone: 'Der Notschalter ist an', failOpenEnded: 'Der Notschalter ist aus',
    onlyAdmins: 'Bremse und Notschalter sind in der Hand der Admins.',
  },
});
