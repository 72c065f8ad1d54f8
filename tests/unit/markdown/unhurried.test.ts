import { createRenderer } from '@astrojs/starlight/expressive-code';
import { toHtml } from '@astrojs/starlight/expressive-code/hast';
import { afterEach, expect, test, vi } from 'vitest';
import { unhurried } from '../../../src/markdown/unhurried.ts';

const CODE = "if (x) return void res.writeHead(204, { a: 'b' }).end();\nconst y = `1`;";

afterEach(() => void vi.restoreAllMocks());

test('a program has the same colours on a machine that is too busy to colour it in time', async () => {
  const { ec } = await createRenderer({ themes: ['github-dark-default'], shiki: { transformers: [unhurried] } });
  const draw = async (): Promise<string> => toHtml((await ec.render({ code: CODE, language: 'js' })).renderedGroupAst);
  const calm = await draw();
  // Each look at the clock is a second later.
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  expect(await draw()).toBe(calm);
});
