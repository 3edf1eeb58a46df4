import { words } from '../words.js';

/** What each rule looks at, in a line. */
export const ruleWords = words({
  en: {
    families: {
      declaration: 'What the client says of itself', runtime: 'What the page saw of its browser', network: 'Where it comes from',
      velocity: 'How often', identity: 'Who buys', token: 'Where the admission came from', inventory: 'What becomes of the seats',
      list: 'What an admin wrote down', credit: 'What speaks for it', limit: 'Counters',
    } as Record<string, string>,
    rules: {
      'known-crawler': 'names itself a crawler', 'known-bot': 'is on the list of bots by its agent', 'http-library': 'is a library, no browser',
      'headless-browser': 'a browser without a window', 'no-agent': 'says nothing of itself', 'no-language': 'wants no language',
      'no-encoding': 'takes no compression', 'no-brotli': 'takes no brotli over https, as browsers do', 'no-zstd': 'a Chrome without zstd',
      'no-fetch-metadata': 'lacks what browsers say of a request', 'no-client-hints': 'a Chrome without its hints',
      'alien-client-hints': 'has hints that this browser never sends', 'hint-version': 'hints name another version', 'hint-platform': 'hints name another system',
      'hint-mobile': 'hints and agent disagree whether it is a phone', 'stale-grease': 'the made-up brand is of another age',
      'header-spelling': 'spells headers as no browser does', 'header-order': 'orders headers as no browser does', 'automation-mark': 'says that it is automated',
      'hosting-network': 'a data centre', 'anonymous-network': 'an anonymizer', 'listed-network': 'a network on an operator’s list',
      'subnet-rate': 'more joins from a /24 than its browsers explain', 'site-rate': 'the same for a /20', 'network-rate': 'the same for a whole system',
      'too-fast': 'faster than a hand', 'disposable-mail': 'an address that lasts for minutes', 'aliased-mail': 'one mailbox under another name',
      'token-shared': 'one session from several addresses', 'other-key': 'a good proof for what belongs to another key',
      'forged-solution': 'a forged solution of a puzzle', 'honeypot': 'asked for a way past the queue that does not exist',
      'spinning': 'holds seats again and again and never pays', 'ping-pong': 'a seat goes back and forth between buyers who hang together',
      'block-list': 'stands on the block list', 'solved-challenge': 'has solved a puzzle',
      'proven-fan': 'bought lately, or won an appeal', 'address-rate': 'too many joins from one address', 'device-rate': 'too many new places for one device',
    } as Record<string, string>,
  },
  de: {
    families: {
      declaration: 'Was der Besucher von sich sagt', runtime: 'Was die Seite vom Browser sah', network: 'Woher er kommt', velocity: 'Wie oft',
      identity: 'Wer kauft', token: 'Woher der Einlass kam', inventory: 'Was aus den Plätzen wird', list: 'Was ein Admin aufschrieb',
      credit: 'Was für ihn spricht', limit: 'Zähler',
    },
    rules: {
      'known-crawler': 'nennt sich selbst Crawler', 'known-bot': 'steht dem Namen nach auf der Liste der Bots', 'http-library': 'ist eine Bibliothek, kein Browser',
      'headless-browser': 'ein Browser ohne Fenster', 'no-agent': 'sagt nichts von sich', 'no-language': 'wünscht keine Sprache',
      'no-encoding': 'nimmt keine Kompression', 'no-brotli': 'nimmt über https kein Brotli, wie Browser es tun', 'no-zstd': 'ein Chrome ohne zstd',
      'no-fetch-metadata': 'lässt weg, was Browser zu einer Anfrage sagen', 'no-client-hints': 'ein Chrome ohne seine Hinweise',
      'alien-client-hints': 'hat Hinweise, die dieser Browser nie sendet', 'hint-version': 'Hinweise nennen eine andere Version', 'hint-platform': 'Hinweise nennen ein anderes System',
      'hint-mobile': 'Hinweise und Name sind sich uneins, ob es ein Telefon ist', 'stale-grease': 'die erfundene Marke stammt aus anderer Zeit',
      'header-spelling': 'schreibt Kopfzeilen wie kein Browser', 'header-order': 'ordnet Kopfzeilen wie kein Browser', 'automation-mark': 'sagt, dass er ferngesteuert ist',
      'hosting-network': 'ein Rechenzentrum', 'anonymous-network': 'ein Anonymisierer', 'listed-network': 'ein Netz auf der Liste des Betreibers',
      'subnet-rate': 'mehr Anstellen aus einem /24, als die Browser dort erklären', 'site-rate': 'dasselbe für ein /20', 'network-rate': 'dasselbe für ein ganzes System',
      'too-fast': 'schneller als eine Hand', 'disposable-mail': 'eine Adresse für Minuten', 'aliased-mail': 'ein Postfach unter anderem Namen',
      'token-shared': 'eine Sitzung von mehreren Adressen', 'other-key': 'ein guter Nachweis für etwas, das einem anderen Schlüssel gehört',
      'forged-solution': 'die gefälschte Lösung eines Rätsels', 'honeypot': 'wollte einen Weg an der Schlange vorbei, den es nicht gibt',
      'spinning': 'reserviert immer wieder und zahlt nie', 'ping-pong': 'ein Platz geht zwischen zusammengehörigen Käufern hin und her',
      'block-list': 'steht auf der Sperrliste', 'solved-challenge': 'hat ein Rätsel gelöst',
      'proven-fan': 'hat kürzlich gekauft oder mit einem Einspruch recht bekommen', 'address-rate': 'zu viel Anstellen von einer Adresse', 'device-rate': 'zu viele neue Plätze für ein Gerät',
    },
  },
});
