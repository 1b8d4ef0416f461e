// Writes config.schema.json from the schema that the program itself reads configs with. A test says when it is stale.
import { writeFileSync } from 'node:fs';
import { buildConfigSchema } from '../build/parse/config/json-schema.js';

writeFileSync('config.schema.json', `${JSON.stringify(buildConfigSchema(), null, 2)}\n`);
