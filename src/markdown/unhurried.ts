/**
 * Shiki transformer: takes away the half second after which Shiki stops colouring a line. What follows such a line is coloured as if it
 * stood inside a string, and on a busy machine any line may be one: the same source would make other pages.
 */
export const unhurried = {
  name: 'unhurried',
  preprocess(_code: string, options: object): void {
    // 0 stands for no limit. Expressive Code has no setting for it; what it hands to Shiki is this very object.
    Object.assign(options, { tokenizeTimeLimit: 0 });
  },
};
