/**
 * The part of the search in which its time goes, written in AssemblyScript: a TypeScript of machine numbers
 * that becomes WebAssembly. What it does and why is told in ../search.ts; ../wasm.ts alone speaks to it. A
 * pointer is the first byte of an array.
 */
import { Classes } from './classes';
import { Order } from './keyed-order';
import { Partners } from './partner-prices';
import { Question } from './question';
import { Walk } from './walk';

export function orderOf(partners: i32, keys: i32): Order {
  return new Order(partners, keys);
}

export function positionsOf(order: Order): usize {
  return changetype<usize>(order.positions);
}

export function startsOf(order: Order): usize {
  return changetype<usize>(order.starts);
}

export function answersOf(order: Order): usize {
  return changetype<usize>(order.answers);
}

/**
 * Makes room for lists as bits, and for the answers to shares of them: by how many parts
 * are wanted (times 33) and covered.
 */
export function list(order: Order, shares: i32): void {
  order.list(shares);
}

export function sharesOf(order: Order): usize {
  return changetype<usize>(order.shares);
}

export function partsOf(order: Order): usize {
  return changetype<usize>(order.parts);
}

export function wantedOf(order: Order): usize {
  return changetype<usize>(order.wanted);
}

/** Fills in the answers for a mentee, who wants so many parts. */
export function share(order: Order, parts: i32, wanted: i32): void {
  order.share(parts, wanted);
}

/** Fills in the answers for a mentor; the partners want parts. */
export function shareWith(order: Order, parts: i32): void {
  order.shareWith(parts);
}

export function noClasses(): Classes {
  return new Classes();
}

export function part(classes: Classes, order: Order): void {
  classes.part(order);
}

/** How many words of 32 bits a copy takes, nearly. */
export function sizeOf(classes: Classes): i32 {
  return classes.count * (classes.words + 4) + (classes.words >>> 1) + classes.begins[classes.count];
}

export function copyOf(classes: Classes): Classes {
  return classes.copy();
}

export function partnersOf(count: i32, limbs: i32): Partners {
  return new Partners(count, limbs);
}

export function pricesOf(partners: Partners): usize {
  return changetype<usize>(partners.prices);
}

export function hashesOf(partners: Partners): usize {
  return changetype<usize>(partners.hashes);
}

export function bound(partners: Partners, limbs: i32): void {
  partners.bound(limbs);
}

export function questionOf(limbs: i32, splits: i32, gaining: bool, floor: f64, score: f64): Question {
  return new Question(limbs, splits, gaining, floor, score);
}

/** Says what a thousandth of a point and a unit of the hash are worth, in one limb. */
export function value(question: Question, limb: i32, thousandth: f64, tie: f64): void {
  question.thousandth[limb] = thousandth;
  question.tie[limb] = tie;
}

/** Says what a split counts for a score. */
export function weigh(question: Question, split: i32, weight: f64): void {
  question.weights[split] = weight;
}

/** Says what a split is worth where it holds, in one limb. */
export function hold(question: Question, split: i32, limb: i32, worth: f64): void {
  question.held[split * question.limbs + limb] = worth;
}

export function walkOf(question: Question, most: i32): Walk {
  return new Walk(question, most);
}

/** Goes among some partners. */
export function enter(walk: Walk, partners: Partners): void {
  walk.partners = partners;
}

/** Takes the classes of whoever asks next. */
export function take(walk: Walk, split: i32, classes: Classes): void {
  walk.splits.take(split, classes);
}

/** Begins with somebody. @param first @param second what stands for them in the breaking of ties. */
export function begin(walk: Walk, first: i32, second: i32): void {
  walk.begin(first, second);
}

/** Says what every pair of whoever asks is worth, but for classes, prices of partners and hash, in one limb. */
export function base(walk: Walk, limb: i32, worth: f64): void {
  walk.base[limb] = worth;
}

export function bitsOf(words: i32): StaticArray<i32> {
  return new StaticArray<i32>(words);
}

export function look(walk: Walk, eligible: StaticArray<i32>): void {
  walk.words(eligible);
}

/** Says what a single pair is worth but for its hash, in one limb. */
export function single(walk: Walk, limb: i32, worth: f64): void {
  walk.vector[limb] = worth;
}

/** Offers the single pair. */
export function offer(walk: Walk, position: i32): void {
  walk.offer(position);
}

/** How many are found, and their positions, the best first. */
export function foundOf(walk: Walk): i32 {
  return walk.best.size;
}

export function bestOf(walk: Walk): usize {
  return changetype<usize>(walk.best.partner);
}
