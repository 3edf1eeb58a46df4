/** Moments as a clock at the venue shows them: "2027-01-31T19:30", for fields of date and time. */
export function inZone(iso: string | null | undefined, timeZone: string): string {
  if (!iso) return '';
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The moment when a clock at the venue shows that. In the hour that a clock goes through twice, one of both. */
export function fromZone(local: string, timeZone: string): string {
  const wanted = Date.parse(`${local}Z`);
  let moment = wanted;
  for (let round = 0; round < 2; round++) {
    moment += wanted - Date.parse(`${inZone(new Date(moment).toISOString(), timeZone)}Z`);
  }
  return new Date(moment).toISOString();
}
