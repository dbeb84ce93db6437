// Invites, of protocol/vectors/invites.json.

import * as invite from "../../crypto/invite.js";
import { lockOf, verifyRecords } from "../../crypto/people.js";
import { pictureSeen, safetyOf, safetyPicture, safetyWordsOf } from "../../crypto/safety.js";
import { stretch } from "../../crypto/stretch.js";
import { readList } from "../../crypto/words.js";
import { FIVE } from "./little-house.js";
import { json, named } from "./vector-values.js";

const fieldsOf = ({ how, inv, key, who, house }) => ({ how, inv, key, who, house });

const english = readList(FIVE);

export const invites = {
	"words.safety": ({ account_id: accountId, ik }) => safetyWordsOf(english, { accountId, ik }, stretch),
	"safety.of": ({ account_id: accountId, ik }) => safetyOf({ accountId, ik }),
	"safety.picture": (both) => safetyPicture(both),
	"safety.seen": ({ text, theirs, mine }) => pictureSeen(text, { theirs, mine }),
	"invite.who": ({ home, records }) =>
		invite.whoOf(home, lockOf(verifyRecords(json(records), records[0]?.account_id))),
	"invite.house": (programme) => invite.houseOf(programme),
	"invite.write": (made) => invite.writeInvite(fieldsOf(made)),
	"invite.read": ({ text }) => invite.readInvite(text),
	"invite.check": ({ text, house, who }) => {
		invite.checkInvite(invite.readInvite(text), { house, who });
		return true;
	},
	"invite.bind": ({ home, newcomer, invite: made }) => invite.bindOf(made, named(newcomer), home),
	"invite.yes": ({ home, newcomer, invite: made }) => invite.yesOf(made, named(newcomer), home),
};
