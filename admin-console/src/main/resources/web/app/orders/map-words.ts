import { words } from '../words.js';

export const say = words({
  en: {
    loading: 'The plan is being read …',
    map: 'Seats, to be scrolled',
    smaller: 'Smaller',
    larger: 'Larger',
    states: { FREE: 'free', HELD: 'held', SOLD: 'sold', BLOCKED: 'blocked' },
    summary: (sold: string, held: string, free: string, blocked: string) =>
      `Seat plan: ${sold} sold, ${held} held, ${free} free, ${blocked} blocked. The same is in the table.`,
    howToChoose: 'Click a seat, or draw around several with the mouse.',
    standing: (free: string, of: string) => `${free} of ${of} places to stand are free`,
  },
  de: {
    loading: 'Der Plan wird gelesen …',
    map: 'Plätze, zum Verschieben',
    smaller: 'Kleiner',
    larger: 'Größer',
    states: { FREE: 'frei', HELD: 'gehalten', SOLD: 'verkauft', BLOCKED: 'gesperrt' },
    summary: (sold: string, held: string, free: string, blocked: string) =>
      `Saalplan: ${sold} verkauft, ${held} gehalten, ${free} frei, ${blocked} gesperrt. Dasselbe steht in der Tabelle.`,
    howToChoose: 'Auf einen Platz klicken oder mit der Maus mehrere umfahren.',
    standing: (free: string, of: string) => `${free} von ${of} Stehplätzen sind frei`,
  },
});
