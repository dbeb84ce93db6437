/** The device's own lock as a way in. */
export const passkeys = {
	"passkey.title": "Open with this device's own lock",
	"passkey.lead": "Your finger, your face or the number of your phone then opens your place. Your five words still open it too.",
	"passkey.is": "Your device makes a passkey for this. It keeps a secret that never comes to us.",
	"passkey.leaves": "What stays on your device: a passkey with your name here, {name}, and the address of this page. Whoever looks at its passwords can see that.",
	"passkey.who": "Whoever can open the lock of your device can open your place.",
	"passkey.shared": "Do not keep it on a computer that others use too. Your browser can put it on your own phone, or on a small key that you carry.",
	"passkey.more": "Good to know",
	"passkey.or": "The short number opens your place in this one browser. A passkey opens it in any browser that your device lends it to. You can have both.",
	"passkey.copied": "The maker of your device may copy a passkey to your other devices. Then whoever gets into your account there may get in here too.",
	"passkey.name": "What do you call it?",
	"passkey.name-hint": "Like: my phone. Only you can read this. You can leave it empty.",
	"passkey.done": "Make a passkey",
	"passkey.made": "Done. From now on the lock of your device opens your place.",
	"passkey.cannot": "This browser or this device cannot do that. Your five words open your place as before.",

	"ways.passkey": "A passkey",
	"ways.own-lock": "Open with this device's own lock (a passkey)",
	"ways.own-lock-fact": "It opens with the lock of a device.",
	"change.remove.passkey": "Your device may still list it among its passwords. You can delete it there too.",
	"pending.add.4": "On {day} someone asked to add a passkey to your place.",
	"pending.remove.4": "On {day} someone asked to remove a passkey from your place.",
};
