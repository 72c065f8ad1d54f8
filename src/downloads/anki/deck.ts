import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SEGMENTS } from '../../bank/segments.ts';
import { inlineCode } from '../../bank/text.ts';
import type { BuiltAnswer } from '../../exports/built-answers.ts';
import { elementsIn, hasClass } from '../html.ts';
import { zip } from '../zip.ts';
import { collection, type Note } from './collection.ts';
import type { NoteType } from './settings.ts';

const DECK = 'Node Answered';

/** Tags whole and values quoted: who looks at a field in Anki sees this. */
const WRITER = unified().use(rehypeStringify);

/** Programs on the back of a card: one looks at it for half a minute. */
const PROGRAMS = 2;

const NOTE_TYPE: NoteType = {
  id: 1_763_596_800_001,
  name: DECK,
  fields: ['Question', 'Level', 'Segment', 'Answer', 'Programs', 'Say', 'Address'],
  front: '<p class="where">{{Segment}} · {{Level}}</p>\n<div class="question">{{Question}}</div>',
  back: [
    '{{FrontSide}}\n<hr id="answer">\n<div>{{Answer}}</div>',
    '{{Programs}}',
    '{{#Say}}<p class="say">{{Say}}</p>{{/Say}}',
    '<p><a href="{{Address}}">The whole answer</a></p>',
  ].join('\n'),
  css: readFileSync(join(import.meta.dirname, 'card.css'), 'utf8'),
};

/**
 * The bank as an Anki package. Importing it again updates the notes of the first time, and keeps what one has learnt.
 *
 * @param modified seconds since 1970; a later one makes Anki take over what has changed
 */
export function deck(answers: readonly BuiltAnswer[], modified: number): Uint8Array {
  const decks = SEGMENTS.filter(({ id }) => answers.some(({ segment }) => segment.id === id)).map(({ title }) => `${DECK}::${title}`);
  return zip([
    ['collection.anki2', collection(NOTE_TYPE, [DECK, ...decks], answers.map(noteOf), modified)],
    ['media', '{}'],
  ]);
}

/** An answer as a note. Its guid is made of the permanent number, the one thing about a question that never changes. */
function noteOf({ id, title, level, segment, short, body, tags, permanent }: BuiltAnswer): Note {
  const [say] = elementsIn(body, (element) => hasClass(element, 'say'));
  const said = say ? say.children.filter((child) => !(child.type === 'element' && hasClass(child, 'label'))) : [];
  const spoken = said.flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]));
  return {
    id,
    guid: `node-answered-${id}`,
    deck: `${DECK}::${segment.title}`,
    tags: [`segment::${segment.id}`, `level::${level}`, ...tags],
    fields: [
      inlineCode(title),
      level,
      segment.title,
      inlineCode(short),
      WRITER.stringify({ type: 'root', children: keyPrograms(body) }),
      WRITER.stringify({ type: 'root', children: spoken }).trim(),
      permanent,
    ],
  };
}

/** The first programs that were run, with what they printed and the files they read. */
function keyPrograms(body: Root): Element[] {
  const figures = elementsIn(body, (element) => element.tagName === 'figure' && hasClass(element, 'program', 'output'));
  const named = figures.filter((figure) => hasClass(figure, 'output') || figure.properties['dataTitle'] !== undefined);
  const last =
    named
      .flatMap((figure, at) => (figure.properties['dataRan'] ? [at] : []))
      .slice(0, PROGRAMS)
      .at(-1) ?? -1;
  const end = named.findIndex((figure, at) => at > last && !hasClass(figure, 'output'));
  return named.slice(0, end < 0 ? undefined : end);
}
