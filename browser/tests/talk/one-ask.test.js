import assert from "node:assert/strict";
import { test } from "node:test";
import { askNow, badDayOf, OneAsk } from "../../talk/one-ask.js";

const quiet = {
	door: "inside",
	notices: [],
	changes: [],
	lastOpened: null,
	me: {},
	offerOwn: false,
	visits: 4,
	badDay: false,
};
const desk = [{ agreed: false }];
const everything = { ...quiet, me: { spareSeen: false, atTheDesk: desk }, offerOwn: true };

test("Ben is asked one thing, and the way back comes first", () => {
	assert.equal(askNow(everything), "spare");
	assert.equal(askNow({ ...everything, me: { spareSeen: true, atTheDesk: desk } }), "desk");
	assert.equal(askNow({ ...everything, me: { spareSeen: true, atTheDesk: [{ agreed: true }] } }), "own");
	assert.equal(askNow(quiet), null);
});

test("what Ben must know stands alone: nothing is asked beside it", () => {
	assert.equal(askNow({ ...everything, lastOpened: 1 }), null);
	assert.equal(askNow({ ...everything, notices: [{ code: "way-in-added" }] }), null);
	assert.equal(askNow({ ...everything, changes: [{ slotId: "p1" }] }), null);
});

test("nobody is asked outside, or while the place is locked", () => {
	for (const door of ["outside", "locked", "left"]) assert.equal(askNow({ ...everything, door }), null);
});

test("an answer does not bring the next question; the next visit does", () => {
	const visit = new OneAsk();
	const written = { ...everything, me: { spareSeen: true, atTheDesk: desk } };
	assert.equal(visit.of(everything), "spare");
	assert.equal(visit.of(written), null);
	assert.equal(visit.of({ ...written, door: "locked" }), null);
	assert.equal(visit.of(written), null, "a lock does not begin another visit");
	assert.equal(visit.of({ ...written, door: "outside" }), null);
	assert.equal(visit.of(written), "desk");
});

test("in her first three visits Ada is asked for nothing but her way back", () => {
	const written = { ...everything, me: { spareSeen: true, atTheDesk: desk } };
	for (const visits of [0, 1, 2, 3]) {
		assert.equal(askNow({ ...everything, visits }), "spare");
		assert.equal(askNow({ ...written, visits }), null);
	}
	assert.equal(askNow(written), "desk");
});

test("what must be read first does not use up the question", () => {
	const visit = new OneAsk();
	assert.equal(visit.of({ ...everything, lastOpened: 1 }), null);
	assert.equal(visit.of(everything), "spare");
});

test("on a bad day nothing is asked of Ada, and the question waits for another visit", () => {
	assert.equal(new OneAsk().of({ ...everything, badDay: true }), null);
	assert.equal(askNow({ ...everything, badDay: false }), "spare");
});

test("while nobody knows whether it is a bad day nothing is asked, and the question is not used up", () => {
	const visit = new OneAsk();
	assert.equal(visit.of({ ...everything, badDay: null }), null);
	assert.equal(visit.of(everything), "spare");
});

test("before anything of a bad day was fetched it is known of those alone who are supported in no talk", () => {
	const day = (all, { areRead = true, path } = {}) =>
		badDayOf({ parts: { shown: path === undefined ? {} : { path } }, relationships: { areRead, all } });
	const [client, specialist, over] = [
		{ mine: "client", state: "active" },
		{ mine: "specialist", state: "active" },
		{ mine: "client", state: "ended" },
	];
	assert.equal(day([], { areRead: false }), null);
	assert.equal(day([specialist, over]), false);
	assert.equal(day([specialist, client]), null);
	for (const badDay of [true, false, null]) assert.equal(day([client], { path: { badDay } }), badDay);
});
