import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { frontmatter } from './bank/schema.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: frontmatter }) }),
  // Starlight warns on every build when this collection is absent.
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
