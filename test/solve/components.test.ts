import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Components } from '../../src/solve/components.ts';

const NODES = 12;
const arcs = fc.array(fc.record({ from: fc.nat(NODES - 1), to: fc.nat(NODES - 1) }), { maxLength: 20 });

test('two arcs are in one part exactly where a way that passes over the root leads from one to the other', () => {
  fc.assert(
    fc.property(arcs, all => {
      const own = all.filter(({ from, to }) => from !== to);
      const parts = new Components(NODES);
      for (const { from, to } of own) parts.join(from, to);
      for (const one of own) {
        const reached = new Set([one.from, one.to].filter(node => node !== 0));
        for (const node of reached) {
          for (const { from, to } of own) {
            if (from === node && to !== 0) reached.add(to);
            if (to === node && from !== 0) reached.add(from);
          }
        }
        for (const other of own) {
          const isNear = reached.has(other.from) || reached.has(other.to);
          expect(parts.findComponent(one.from, one.to) === parts.findComponent(other.from, other.to)).toBe(isNear);
        }
      }
    }),
  );
});
