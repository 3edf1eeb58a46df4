import { words } from '../words.js';

export const systemWords = words({
  en: {
    title: 'System', intro: 'What runs, what it runs on, and what needs you.',
    allWell: 'Everything answers', allWellText: 'No part is away, no store is slow, and nothing waits that should not.',
    needsYou: (n: number) => n === 1 ? 'One thing needs you' : `${n} things need you`, whatToDo: 'What to do',
    looking: 'Looking…', unread: (name: string) => `${name} does not tell how it is.`,
    lastKnown: 'What follows is the last that was known.',
    consoleAway: 'The console itself cannot be reached. Check your network; what you see is the last that was known.',
    requests: 'Requests, 5 min', failed: 'of them failed (5xx)', budget: 'Error budget left, 24 h',
    instancesUp: 'Instances up',
    mailsWaiting: 'Mails waiting', streams: 'Live streams',
    budgetHint: 'One request of a thousand may fail within a day.',
    parts: 'Parts', instances: 'Instances', waiting: 'What waits to be sent', answers: 'answers', isAway: 'away',
    since: (time: string) => `since ${time}`, took: (ms: number) => `${ms} ms`,
    lastAnswer: (age: string) => `heard ${age} ago`,
    neverAnswered: 'has not answered yet', used: 'used', connected: 'connections',
    instance: 'Instance', state: 'State', up: 'up', gone: 'silent', upFor: 'Running for',
    fiveMinutes: 'Requests, 5 min', cpu: 'CPU', heap: 'Memory', loop: 'Event loop', pool: 'DB',
    failedOf: (n: string) => `${n} failed`,
    poolOf: (used: number, most: number) => `${used} of ${most}`,
    waitingFor: 'What', howMany: 'Waiting', again: 'Tried before', oldest: 'Oldest', nothingWaits: 'Nothing waits.',
    noInstances: 'No instance was heard of',
    noInstancesText: 'Instances tell of themselves every few seconds once they run.',
    names: {
      'front-door': 'Front door', 'ticketing-core': 'Ticketing core', 'waiting-room': 'Waiting room',
      'postgresql': 'PostgreSQL',
      'redis': 'Redis', 'admin-console': 'Console',
    } as Record<string, string>,
    causes: {
      'no-connection': 'no connection', 'no-answer-in-time': 'no answer in time',
      'status-502': 'nobody behind the front door (502)',
      'status-503': 'not ready (503)', 'status-504': 'no answer in time (504)',
    } as Record<string, string>,
    backlogs: {
      'mails': 'Mails', 'webhooks': 'Webhooks', 'waiting-room-news': 'News for the waiting room',
      'core-news': 'News of the core',
    } as Record<string, string>,
    away: (name: string, span: string, cause: string) => `${name} does not answer, for `
      + `${span}${cause ? `: ${cause}` : ''}`,
    awayAny: 'Look at its log, and start it again if it ended. The rest works on.',
    awayTodo: {
      'front-door': 'Fans cannot reach anything. Look whether the process runs and its port is free, then start it '
        + 'again.',
      'ticketing-core': 'Nobody can buy, and staff cannot sign in; fans in the queue keep their places, and nobody '
        + 'loses a paid order. Look at its log and at PostgreSQL, then start it again. If it lasts, hold the releases '
        + 'with the brake.',
      'waiting-room': 'Nobody joins or is let in; whoever is in the shop goes on buying. Look at its log and at Redis, '
        + 'then start it again. Places survive.',
    } as Record<string, string>,
    storeAway: (name: string, of: string) => `${of} cannot reach ${name}`,
    storeTodo: {
      'waiting-room:redis': 'Nobody new is admitted until it is back; places and issued tokens stay good. Start Redis '
        + 'again. Only if that takes long and fans must be let in: the fail-open switch on the release board.',
      'ticketing-core:postgresql': 'Nothing can be sold until it is back; nothing paid is lost. Look at its log, disk '
        + 'space and connections. Fans wait best in the queue: pull the brake.',
      'ticketing-core:redis': 'Seats are sold all the same, a little later on the map; freed slots reach the waiting '
        + 'room when it is back. Start Redis again.',
    } as Record<string, string>,
    storeSlow: (name: string, of: string, ms: number) => `${name} answers ${of} slowly: ${ms} ms`,
    storeSlowTodo: 'Look at its load, its disk and the network between. Lower the rates on the release board until it '
      + 'is fast again.',
    storeFull: (name: string, used: string, most: string) => `${name} is nearly full: ${used} of ${most}`,
    storeFullTodo: 'Give it more memory before it refuses writes; delete releases that are over.',
    connections: (name: string, used: number, most: number) => `${name} has ${used} of ${most} connections in use`,
    connectionsTodo: 'Fewer instances, or a higher max_connections: each instance of the core takes up to 20.',
    silent: (name: string, span: string) => `${name} was last heard of ${span} ago`,
    silentTodo: 'It was killed or lost the store. Look at its machine and its log. If it was taken away for good, it '
      + 'leaves this list an hour later.',
    loopSlow: (name: string, ms: number) => `${name}: work waited ${ms} ms for its event loop`,
    loopTodo: 'It has too much to do, or its machine has. Add an instance, or lower the rates.',
    heapFull: (name: string, share: string) => `${name} uses ${share} of its memory`,
    heapTodo: 'Give it more memory (-Xmx), or add an instance.',
    cpuBusy: (name: string, share: string) => `${name} uses ${share} of its machine`,
    cpuTodo: 'Add an instance on another machine, or lower the rates.',
    poolBusy: (name: string, used: number, most: number, waiting: number) => `${name}: ${used} of ${most} database `
      + `connections in use, ${waiting} requests wait`,
    poolTodo: 'The database is the bottleneck for the moment. Lower the rates on the release board until nobody waits.',
    failing: (name: string, share: string, n: number) => `${name} fails ${share} of its requests (${n} in five `
      + 'minutes)',
    failingTodo: 'Look at the log of that service for what failed, and at the stores above. Hold the releases if fans '
      + 'are hit.',
    budgetGone: (name: string) => `${name} has used up its error budget of the day`,
    budgetGoneTodo: 'More than one request of a thousand failed within 24 hours. Put off changes until the cause is '
      + 'known.',
    brakeOn: 'The brake holds releases', brakeOnTodo: 'Let it go on the release board once the reason is gone.',
    failOpenOn: 'Fans are let in without the store',
    failOpenOnTodo: 'It ends by itself. Switch it off on the release board as soon as Redis is back.',
    defenseOff: 'The bot defense does nothing',
    defenseOffTodo: 'Its stance is off or shadow. Change it under Bot defense once that is no longer wanted.',
    waitLong: (name: string, n: number, span: string) => `${name}: ${n} waiting, the oldest for ${span}`,
    mailTodo: 'The mail server does not take them: check MAIL_HOST and MAIL_PORT. They are sent again by themselves, '
      + 'none is lost.',
    webhookTodo: 'A receiver of an organization does not answer. Its log stands at the organization, under Webhooks.',
    newsTodo: 'Slots of fans who are done come back late. Check Redis and that an instance of the core runs.',
    abandoned: (name: string, span: string) => `Nobody does the task "${name}", for ${span}`,
    abandonedTodo: 'An instance of the core does it; check that one runs and reaches PostgreSQL and Redis.',
    unheard: (span: string) => `The waiting room has heard nothing of the core for ${span}`,
    unheardTodo: 'Unused slots do not come back meanwhile. Check that the core runs and reaches Redis.',
    versions: (name: string, all: string) => `${name} runs in several versions: ${all}`,
    versionsTodo: 'Fine while you are updating; otherwise an instance was forgotten.',
  },
  de: {
    title: 'System', intro: 'Was läuft, worauf es läuft und was dich braucht.',
    allWell: 'Alles antwortet',
    allWellText: 'Kein Teil fehlt, kein Speicher ist langsam, und nichts wartet, was nicht warten soll.',
    needsYou: (n: number) => n === 1 ? 'Eine Sache braucht dich' : `${n} Sachen brauchen dich`, whatToDo: 'Was tun',
    looking: 'Ich sehe nach…', unread: (name: string) => `${name} sagt nicht, wie es steht.`,
    lastKnown: 'Was folgt, ist das zuletzt Bekannte.',
    consoleAway: 'Die Konsole selbst ist nicht erreichbar. Prüfe das Netz; du siehst das zuletzt Bekannte.',
    requests: 'Anfragen, 5 min', failed: 'davon gescheitert (5xx)', budget: 'Fehlerbudget übrig, 24 h',
    instancesUp: 'Instanzen da',
    mailsWaiting: 'Wartende Mails', streams: 'Live-Verbindungen',
    budgetHint: 'Von tausend Anfragen darf am Tag eine scheitern.',
    parts: 'Teile', instances: 'Instanzen', waiting: 'Was auf den Versand wartet', answers: 'antwortet', isAway: 'weg',
    since: (time: string) => `seit ${time}`, took: (ms: number) => `${ms} ms`,
    lastAnswer: (age: string) => `gehört vor ${age}`,
    neverAnswered: 'hat noch nicht geantwortet', used: 'belegt', connected: 'Verbindungen',
    instance: 'Instanz', state: 'Zustand', up: 'da', gone: 'still', upFor: 'Läuft seit',
    fiveMinutes: 'Anfragen, 5 min', cpu: 'CPU', heap: 'Speicher', loop: 'Event-Loop', pool: 'DB',
    failedOf: (n: string) => `${n} gescheitert`,
    poolOf: (used: number, most: number) => `${used} von ${most}`,
    waitingFor: 'Was', howMany: 'Wartet', again: 'Schon versucht', oldest: 'Ältestes', nothingWaits: 'Nichts wartet.',
    noInstances: 'Von keiner Instanz wurde gehört',
    noInstancesText: 'Instanzen melden sich alle paar Sekunden, sobald sie laufen.',
    names: {
      'front-door': 'Eingang', 'ticketing-core': 'Ticketkern', 'waiting-room': 'Warteraum', 'postgresql': 'PostgreSQL',
      'redis': 'Redis', 'admin-console': 'Konsole',
    },
    causes: {
      'no-connection': 'keine Verbindung', 'no-answer-in-time': 'keine Antwort in der Zeit',
      'status-502': 'niemand hinter dem Eingang (502)',
      'status-503': 'nicht bereit (503)', 'status-504': 'keine Antwort in der Zeit (504)',
    },
    backlogs: {
      'mails': 'Mails', 'webhooks': 'Webhooks', 'waiting-room-news': 'Neues für den Warteraum',
      'core-news': 'Neues vom Kern',
    },
    away: (name: string, span: string, cause: string) => `${name} antwortet seit ${span} `
      + `nicht${cause ? `: ${cause}` : ''}`,
    awayAny: 'Sieh ins Log und starte den Dienst neu, falls er endete. Der Rest läuft weiter.',
    awayTodo: {
      'front-door': 'Fans erreichen nichts. Sieh nach, ob der Prozess läuft und sein Port frei ist, und starte ihn '
        + 'neu.',
      'ticketing-core': 'Niemand kann kaufen, und Personal kann sich nicht anmelden; in der Schlange behalten alle '
        + 'ihren Platz, und keine bezahlte Bestellung geht verloren. Sieh ins Log und nach PostgreSQL und starte ihn '
        + 'neu. Dauert es, halte die Vorverkäufe mit der Bremse an.',
      'waiting-room': 'Niemand stellt sich an oder kommt herein; wer im Shop ist, kauft weiter. Sieh ins Log und nach '
        + 'Redis und starte ihn neu. Die Plätze überdauern das.',
    },
    storeAway: (name: string, of: string) => `${of} erreicht ${name} nicht`,
    storeTodo: {
      'waiting-room:redis': 'Bis Redis wieder da ist, kommt niemand Neues herein; Plätze und ausgegebene Token bleiben '
        + 'gut. Starte Redis neu. Nur wenn das lange dauert und Fans herein müssen: der Notschalter auf der Tafel der '
        + 'Vorverkäufe.',
      'ticketing-core:postgresql': 'Bis PostgreSQL wieder da ist, lässt sich nichts verkaufen; nichts Bezahltes geht '
        + 'verloren. Sieh nach Log, Plattenplatz und Verbindungen. Fans warten am besten in der Schlange: zieh die '
        + 'Bremse.',
      'ticketing-core:redis': 'Verkauft wird trotzdem, auf dem Plan etwas verzögert; freie Plätze im Saal erfährt der '
        + 'Warteraum, wenn Redis wieder da ist. Starte Redis neu.',
    },
    storeSlow: (name: string, of: string, ms: number) => `${name} antwortet langsam (${of}): ${ms} ms`,
    storeSlowTodo: 'Sieh nach Last, Platte und Netz dazwischen. Senke die Raten auf der Tafel, bis es wieder schnell '
      + 'ist.',
    storeFull: (name: string, used: string, most: string) => `${name} ist fast voll: ${used} von ${most}`,
    storeFullTodo: 'Gib ihm mehr Speicher, bevor es Schreiben ablehnt; lösche Vorverkäufe, die vorbei sind.',
    connections: (name: string, used: number, most: number) => `${name} hat ${used} von ${most} Verbindungen in `
      + 'Gebrauch',
    connectionsTodo: 'Weniger Instanzen oder ein höheres max_connections: jede Instanz des Kerns nimmt bis zu 20.',
    silent: (name: string, span: string) => `${name} meldete sich zuletzt vor ${span}`,
    silentTodo: 'Sie wurde beendet oder verlor den Speicherdienst. Sieh nach Maschine und Log. Ist sie für immer weg, '
      + 'verschwindet sie eine Stunde später von selbst.',
    loopSlow: (name: string, ms: number) => `${name}: Arbeit wartete ${ms} ms auf ihren Event-Loop`,
    loopTodo: 'Sie oder ihre Maschine hat zu viel zu tun. Nimm eine Instanz dazu oder senke die Raten.',
    heapFull: (name: string, share: string) => `${name} braucht ${share} ihres Speichers`,
    heapTodo: 'Gib ihr mehr Speicher (-Xmx) oder nimm eine Instanz dazu.',
    cpuBusy: (name: string, share: string) => `${name} braucht ${share} ihrer Maschine`,
    cpuTodo: 'Nimm eine Instanz auf einer anderen Maschine dazu oder senke die Raten.',
    poolBusy: (name: string, used: number, most: number, waiting: number) => `${name}: ${used} von ${most} `
      + `Datenbankverbindungen in Gebrauch, ${waiting} Anfragen warten`,
    poolTodo: 'Die Datenbank ist gerade der Engpass. Senke die Raten auf der Tafel, bis niemand mehr wartet.',
    failing: (name: string, share: string, n: number) => `Beim ${name} scheitern ${share} der Anfragen (${n} in fünf `
      + 'Minuten)',
    failingTodo: 'Sieh im Log des Dienstes, was scheiterte, und oben nach den Speicherdiensten. Halte die Vorverkäufe '
      + 'an, wenn es Fans trifft.',
    budgetGone: (name: string) => `${name} hat das Fehlerbudget des Tages verbraucht`,
    budgetGoneTodo: 'In 24 Stunden scheiterte mehr als eine von tausend Anfragen. Verschieb Änderungen, bis die '
      + 'Ursache bekannt ist.',
    brakeOn: 'Die Bremse hält Vorverkäufe an',
    brakeOnTodo: 'Löse sie auf der Tafel der Vorverkäufe, wenn der Grund fort ist.',
    failOpenOn: 'Fans kommen ohne Speicherdienst herein',
    failOpenOnTodo: 'Das endet von selbst. Schalte es auf der Tafel aus, sobald Redis wieder da ist.',
    defenseOff: 'Die Bot-Abwehr tut nichts',
    defenseOffTodo: 'Ihre Haltung ist aus oder Schatten. Ändere sie unter Bot-Abwehr, wenn das nicht mehr gewollt ist.',
    waitLong: (name: string, n: number, span: string) => `${name}: ${n} warten, das Älteste seit ${span}`,
    mailTodo: 'Der Mailserver nimmt sie nicht an: prüfe MAIL_HOST und MAIL_PORT. Sie werden von selbst wieder '
      + 'gesendet, keine geht verloren.',
    webhookTodo: 'Ein Empfänger einer Organisation antwortet nicht. Sein Protokoll steht bei der Organisation unter '
      + 'Webhooks.',
    newsTodo: 'Freie Plätze im Saal kommen verspätet zurück. Prüfe Redis, und ob eine Instanz des Kerns läuft.',
    abandoned: (name: string, span: string) => `Niemand erledigt die Aufgabe „${name}“, seit ${span}`,
    abandonedTodo: 'Das tut eine Instanz des Kerns; prüfe, ob eine läuft und PostgreSQL und Redis erreicht.',
    unheard: (span: string) => `Der Warteraum hat seit ${span} nichts vom Kern gehört`,
    unheardTodo: 'So lange kommen ungenutzte Plätze im Saal nicht zurück. Prüfe, ob der Kern läuft und Redis erreicht.',
    versions: (name: string, all: string) => `${name} läuft in mehreren Versionen: ${all}`,
    versionsTodo: 'In Ordnung, während du aktualisierst; sonst wurde eine Instanz vergessen.',
  },
});
