import { plural, words } from '../words.js';

export const say = words({
  en: {
    venues: 'Venues and plans', newVenue: 'New venue', name: 'Name', address: 'Address', city: 'City',
    country: 'Country',
    countryHint: 'Two letters, such as DE', timezone: 'Time zone',
    timezoneHint: 'Such as Europe/Berlin. All times of its events are shown in it.',
    organization: 'Organization', create: 'Create the venue', created: (name: string) => `${name} is there.`,
    noVenues: 'No venue yet',
    noVenuesText: 'A venue is a house with an address and a time zone. Its seating plans are uploaded once and used by '
      + 'many events.',
    noPlans: 'No seating plan yet. Upload one in the open seating plan format (JSON).',
    upload: 'Upload a plan', uploading: 'Reading the plan…',
    plan: 'Plan', places: 'Places',
    size: (seats: number, areas: number) => `${plural(seats, 'seat', 'seats')}${areas
      ? `, ${plural(areas, 'area', 'areas')}` : ''}`,
    uploaded: (name: string, seats: string) => `${name} with ${seats} places is ready.`,
    report: 'Import report', clean: 'Nothing was left out or changed.',
    warnings: (n: string) => `${n} remarks; the plan can be used.`,
    download: 'Download as uploaded', planLabel: (name: string) => `Picture of the seating plan ${name}`,
    noJson: 'This file is no JSON', noJsonText: 'Export the plan from your tool as JSON and choose it again.',
    noOrganization: 'No organization yet',
    noOrganizationText: 'Venues, plans and events belong to an organization. Create the first one under Team.',
  },
  de: {
    venues: 'Orte und Pläne', newVenue: 'Neuer Ort', name: 'Name', address: 'Adresse', city: 'Stadt', country: 'Land',
    countryHint: 'Zwei Buchstaben, etwa DE', timezone: 'Zeitzone',
    timezoneHint: 'Etwa Europe/Berlin. Alle Zeiten der Veranstaltungen dort erscheinen in ihr.',
    organization: 'Organisation', create: 'Ort anlegen', created: (name: string) => `${name} ist da.`,
    noVenues: 'Noch kein Ort',
    noVenuesText: 'Ein Ort ist ein Haus mit Adresse und Zeitzone. Seine Sitzpläne lädst du einmal hoch und nutzt sie '
      + 'für viele Veranstaltungen.',
    noPlans: 'Noch kein Sitzplan. Lade einen im offenen Sitzplanformat (JSON) hoch.',
    upload: 'Plan hochladen', uploading: 'Der Plan wird gelesen…',
    plan: 'Plan', places: 'Plätze',
    size: (seats: number, areas: number) => `${plural(seats, 'Sitz', 'Sitze')}${areas
      ? `, ${plural(areas, 'Fläche', 'Flächen')}` : ''}`,
    uploaded: (name: string, seats: string) => `${name} mit ${seats} Plätzen ist bereit.`,
    report: 'Importbericht', clean: 'Nichts wurde weggelassen oder geändert.',
    warnings: (n: string) => `${n} Anmerkungen; der Plan ist brauchbar.`,
    download: 'So herunterladen, wie er kam', planLabel: (name: string) => `Bild des Sitzplans ${name}`,
    noJson: 'Diese Datei ist kein JSON',
    noJsonText: 'Exportiere den Plan aus deinem Werkzeug als JSON und wähle ihn noch einmal.',
    noOrganization: 'Noch keine Organisation',
    noOrganizationText: 'Orte, Pläne und Veranstaltungen gehören einer Organisation. Lege die erste unter Team an.',
  },
});
