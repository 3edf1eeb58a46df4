import { openForm } from '../dialogs.js';
import { Refusal, readAll, send, type Violation } from '../http.js';
import { isAdmin, session } from '../session.js';
import { toast } from '../toast.js';
import { count } from '../format.js';
import { say } from './venue-words.js';

export interface Organization {
  id: string;
  name: string;
  role: string;
}

export interface Venue {
  id: string;
  organizationId: string;
  name: string;
  address: string;
  city: string;
  country: string;
  timezone: string;
}

export interface Plan {
  id: string;
  organizationId: string;
  venueId: string;
  name: string;
  seats: number;
  areas: number;
  categories: { id: string; name: string; color: string; seats: number }[];
}

export interface ImportedPlan {
  id: string;
  name: string;
  seats: number;
  areas: number;
  report: { warnings: Violation[] };
}

/** The organizations for which the reader may plan. */
export const planningFor = async (): Promise<Organization[]> => (await readAll<Organization>('/ticketing/organizations'))
  .filter(({ id }) => isAdmin() || session().organizations[id] === 'organizer');

export const venuesOf = (organization: string): Promise<Venue[]> =>
  readAll<Venue>(`/ticketing/venues?organizationId=${encodeURIComponent(organization)}`);

export const plansOf = (organization: string, venue?: string): Promise<Plan[]> => readAll<Plan>(
  `/ticketing/plans?organizationId=${encodeURIComponent(organization)}${venue ? `&venueId=${encodeURIComponent(venue)}` : ''}`);

/** Asks for a new venue of the organization and creates it. */
export async function addVenue(organizationId: string): Promise<Venue | undefined> {
  const venue = await openForm<Venue>({
    title: say.newVenue,
    verb: say.create,
    fields: [
      { name: 'name', label: say.name, required: true, maxlength: 200 },
      { name: 'address', label: say.address, required: true, maxlength: 300 },
      { name: 'city', label: say.city, required: true, maxlength: 100 },
      { name: 'country', label: say.country, hint: say.countryHint, required: true, pattern: '[A-Za-z]{2}', maxlength: 2 },
      { name: 'timezone', label: say.timezone, hint: say.timezoneHint, required: true,
        value: Intl.DateTimeFormat().resolvedOptions().timeZone },
    ],
    submit: (values) => send<Venue>('POST', '/ticketing/venues',
      { ...values, country: String(values.country).toUpperCase(), organizationId }),
  });
  if (venue) toast(say.created(venue.name));
  return venue;
}

/** Sends a file as a plan of the venue; what is wrong with it is told as a {@link Refusal}. */
export async function importPlan(organization: string, venue: string, file: File): Promise<ImportedPlan> {
  const text = await file.text();
  try {
    JSON.parse(text);
  } catch {
    throw new Refusal(400, { code: 'malformed-json', title: say.noJson, detail: say.noJsonText });
  }
  const plan = await send<ImportedPlan>('POST',
    `/ticketing/plans?organizationId=${encodeURIComponent(organization)}&venueId=${encodeURIComponent(venue)}`, text);
  toast(say.uploaded(plan.name, count(plan.seats)));
  return plan;
}
