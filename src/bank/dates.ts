const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The day for machines: 2026-11-21. */
export const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The day as readers write it: 21 November 2026. */
export const longDate = (date: Date): string => long.format(date);
