import { defineSearchAttributeKey } from '@temporalio/common';
import { searchAttributeNames } from '../domain/search-attribute-names';
import type { SearchAttributeName } from '../domain/search-attribute-names';

type KeywordKey = ReturnType<typeof defineSearchAttributeKey<'KEYWORD'>>;

/** The typed keys, by name: `searchAttributeKeys.CloseSymbol`. */
export const searchAttributeKeys = Object.freeze(
  Object.fromEntries(searchAttributeNames.map((name) => [name, defineSearchAttributeKey(name, 'KEYWORD')])),
) as Readonly<Record<SearchAttributeName, KeywordKey>>;
