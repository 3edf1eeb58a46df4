import { words } from '../words.js';

export const say = words({
  en: {
    draw: 'The draw',
    text: 'Who comes before the start is placed by lot. The seed was fixed before anybody came; its fingerprint is '
      + 'published, the seed itself after the start.',
    commitment: 'Fingerprint of the seed', seed: 'Seed', later: 'told after the draw', lobby: 'In the lobby',
    beacon: 'Public random number', none: 'none announced',
    announce: 'Announce a public random number', source: 'Where it will come from',
    sourceHint: 'Such as "the first numbers of the lottery of 6 January". Announced before the lobby opens; nobody, '
      + 'not even you, can know it then.',
    announced: 'It is announced.', give: 'Give the number', value: 'The number as it was published',
    giveText: 'It counts as it is typed, and only once. The draw waits for it.',
    given: 'The number is in, the draw goes on.',
  },
  de: {
    draw: 'Das Los',
    text: 'Wer vor dem Start da ist, bekommt den Platz durch das Los. Der Startwert stand fest, bevor jemand kam; '
      + 'veröffentlicht ist sein Fingerabdruck, nach dem Start er selbst.',
    commitment: 'Fingerabdruck des Startwerts', seed: 'Startwert', later: 'wird nach der Auslosung genannt',
    lobby: 'In der Lobby', beacon: 'Öffentliche Zufallszahl', none: 'keine angekündigt',
    announce: 'Öffentliche Zufallszahl ankündigen', source: 'Woher sie kommen wird',
    sourceHint: 'Etwa „die ersten Lottozahlen am 6. Januar“. Angekündigt, bevor die Lobby öffnet; dann kann sie '
      + 'niemand kennen, auch du nicht.',
    announced: 'Sie ist angekündigt.', give: 'Zahl eingeben', value: 'Die Zahl, wie sie veröffentlicht wurde',
    giveText: 'Sie gilt, wie sie getippt ist, und nur einmal. Die Auslosung wartet auf sie.',
    given: 'Die Zahl ist da, die Auslosung geht weiter.',
  },
});
