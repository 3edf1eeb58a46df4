import { words } from '../words.js';

export const say = words({
  en: {
    events: 'Events', newEvent: 'New event', search: 'Filter', allOrganizations: 'All organizations', organization: 'Organization',
    title: 'Title', when: 'When', where: 'Where', state: 'State', sold: 'Taken', sale: 'Sale', open: 'Open',
    states: { DRAFT: 'draft', PUBLISHED: 'published', CANCELLED: 'cancelled', POSTPONED: 'postponed' } as Record<string, string>,
    noEvents: 'No event yet',
    noEventsText: 'An event needs a venue, a seating plan and prices. The wizard takes you through all of it and publishes nothing before you say so.',
    gated: 'with waiting room', ungated: 'without waiting room',
    ofSeats: (taken: string, seats: string) => `${taken} of ${seats}`,
    past: 'Over', upcoming: 'To come', all: 'All',
  },
  de: {
    events: 'Veranstaltungen', newEvent: 'Neue Veranstaltung', search: 'Filtern', allOrganizations: 'Alle Organisationen', organization: 'Organisation',
    title: 'Titel', when: 'Wann', where: 'Wo', state: 'Stand', sold: 'Vergeben', sale: 'Verkauf', open: 'Öffnen',
    states: { DRAFT: 'Entwurf', PUBLISHED: 'veröffentlicht', CANCELLED: 'abgesagt', POSTPONED: 'verschoben' },
    noEvents: 'Noch keine Veranstaltung',
    noEventsText: 'Eine Veranstaltung braucht einen Ort, einen Sitzplan und Preise. Der Assistent führt durch alles und veröffentlicht nichts, bevor du es sagst.',
    gated: 'mit Warteraum', ungated: 'ohne Warteraum',
    ofSeats: (taken: string, seats: string) => `${taken} von ${seats}`,
    past: 'Vorbei', upcoming: 'Kommend', all: 'Alle',
  },
});
