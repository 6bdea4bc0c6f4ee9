import type { Connection } from '@temporalio/client';
import { searchAttributeNames } from '../domain/search-attribute-names';
import type { SearchAttributeName } from '../domain/search-attribute-names';

// temporal.api.enums.v1.IndexedValueType
const KEYWORD = 2;

/** Registers those of our search attributes that the namespace lacks, and returns their names. */
export async function registerSearchAttributes(
  connection: Connection,
  namespace: string,
): Promise<SearchAttributeName[]> {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
  return missing;
}

export async function missingSearchAttributes(
  connection: Connection,
  namespace: string,
): Promise<SearchAttributeName[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return searchAttributeNames.filter((name) => Number(customAttributes[name]) !== KEYWORD);
}
