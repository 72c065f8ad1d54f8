/** A number of questions in words: "1 question", "12 questions". */
export const counted = (questions: number): string => (questions === 1 ? '1 question' : `${questions} questions`);
