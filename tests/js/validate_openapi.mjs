// Validates an OpenAPI document, JSON or YAML, with validators of others: `node validate_openapi.mjs FILE`. Prints each
// problem and ends with 1 when there are any, with 64 when it is called otherwise.
import { argv, exit } from 'node:process';

import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';

/** Where each Schema Object of the document stands. */
function* schemas_of(node, path = '') {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === 'schema' || path === '/components/schemas') {
      yield [place, value];
    } else if (key !== 'example' && key !== 'examples') {
      yield* schemas_of(value, place);
    }
  }
}

async function problems_of(file) {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(file);
  if (!valid) {
    return [errors].flat().map((error) => (error.message ? `${error.instancePath} ${error.message}` : error));
  }
  // From 3.1 on the description of OpenAPI itself takes anything for a Schema Object; JSON Schema knows better.
  if (validator.version.startsWith('2') || validator.version === '3.0') return [];
  const json_schema = new Ajv2020({ strict: false, allErrors: true });
  return [...schemas_of(validator.specification)].flatMap(([place, schema]) =>
    json_schema.validateSchema(schema)
      ? []
      : json_schema.errors.map(({ instancePath, message }) => `${place}${instancePath} ${message}`),
  );
}

if (argv.length !== 3) {
  console.error('usage: node validate_openapi.mjs FILE');
  exit(64);
}
const problems = await problems_of(argv[2]);
problems.forEach((problem) => console.error(`${argv[2]}: ${problem}`));
exit(problems.length === 0 ? 0 : 1);
