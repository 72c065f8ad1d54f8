/** Front matter in which nothing is wrong; tests change one field of it. */
export const fields = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Which runs first?',
  id: 26,
  short: words(50),
  level: 'mid',
  tags: ['microtasks', 'promises'],
  aliases: ['next tick vs promise'],
  asked: ['004-005'],
  corrects: ['004-C03'],
  followUps: ['event-loop/phases', 'event-loop/timer-functions'],
  references: [{ title: 'Node.js docs', url: 'https://nodejs.org/api/process.html' }],
  reviewed: new Date('2026-11-20'),
  ...changes,
});

/** A text of exactly so many words. */
export const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
