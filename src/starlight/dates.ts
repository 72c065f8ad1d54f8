const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as readers write it: 21 November 2026. */
export const longDate = (date: Date): string => long.format(date);
