import type { Root } from 'hast';
import { select } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { cleanBody } from '../../../src/exports/clean/body.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** The body that is read out of a page with this content. */
export const body = (html: string): Root => cleanBody(select('main', parser.parse(`<main>${html}</main>`))!);
