/** What each button shows, on a field of 20 by 20. */
export const ICONS = {
  first: 'M5 4v12M16 4l-8 6 8 6z',
  back: 'M13 4l-8 6 8 6z',
  play: 'M6 3.5l11 6.5-11 6.5z',
  pause: 'M6 4h3v12H6zM11 4h3v12h-3z',
  next: 'M7 4l8 6-8 6z',
  last: 'M15 4v12M4 4l8 6-8 6z',
};
