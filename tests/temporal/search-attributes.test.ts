import { searchAttributeNames } from '../../src/domain/search-attribute-names';
import { searchAttributeKeys } from '../../src/temporal/search-attributes';

test('Every name has a typed key, and the ten keywords of a SQL visibility store suffice', () => {
  expect(searchAttributeKeys.CloseSymbol).toMatchObject({ name: 'CloseSymbol', type: 'KEYWORD' });
  expect(Object.keys(searchAttributeKeys)).toEqual([...searchAttributeNames]);
  expect(searchAttributeNames.length).toBeLessThanOrEqual(10);
});
