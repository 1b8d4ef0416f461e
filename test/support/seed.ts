import fc from 'fast-check';

const { RMENTOR_SEED: asked = '' } = process.env;
if (!/^-?\d{1,10}$/u.test(asked)) throw new Error(`RMENTOR_SEED is not a whole number: ${asked}`);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
