import { words } from '../words.js';

export const say = words({
  en: {
    events: 'Events', newEvent: 'New event', organization: 'Organization',
    title: 'Title', when: 'When', where: 'Where', state: 'State', sold: 'Taken',
    states: { DRAFT: 'draft', PUBLISHED: 'published', CANCELLED: 'cancelled', POSTPONED: 'postponed' } as Record<string, string>,
    noEvents: 'No event yet',
    noEventsText: 'An event needs a venue, a seating plan and prices. The wizard takes you through all of it and publishes nothing before you say so.',
    ofSeats: (taken: string, seats: string) => `${taken} of ${seats}`,
  },
  de: {
    events: 'Veranstaltungen', newEvent: 'Neue Veranstaltung', organization: 'Organisation',
    title: 'Titel', when: 'Wann', where: 'Wo', state: 'Stand', sold: 'Vergeben',
    states: { DRAFT: 'Entwurf', PUBLISHED: 'veröffentlicht', CANCELLED: 'abgesagt', POSTPONED: 'verschoben' },
    noEvents: 'Noch keine Veranstaltung',
    noEventsText: 'Eine Veranstaltung braucht einen Ort, einen Sitzplan und Preise. Der Assistent führt durch alles und veröffentlicht nichts, bevor du es sagst.',
    ofSeats: (taken: string, seats: string) => `${taken} von ${seats}`,
  },
});
