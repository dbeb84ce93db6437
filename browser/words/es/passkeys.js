/** The device's own lock as a way in. */
export const passkeys = {
	"passkey.title": "Abrir con el bloqueo de este dispositivo",
	"passkey.lead": "Tu dedo, tu cara o el número de tu teléfono abren entonces tu lugar. Tus cinco palabras también lo siguen abriendo.",
	"passkey.is": "Tu dispositivo hace para esto una llave de acceso. Guarda un secreto que nunca llega a nosotros.",
	"passkey.leaves": "Lo que queda en tu dispositivo: una llave de acceso con tu nombre de aquí, {name}, y la dirección de esta página. Quien mire sus contraseñas puede verlo.",
	"passkey.who": "Quien pueda abrir el bloqueo de tu dispositivo puede abrir tu lugar.",
	"passkey.shared": "No la guardes en una computadora que otros también usan. Tu navegador puede ponerla en tu propio teléfono, o en una llave pequeña que llevas contigo.",
	"passkey.more": "Es bueno saberlo",
	"passkey.or": "El número corto abre tu lugar solo en este navegador. Una llave de acceso lo abre en todo navegador al que tu dispositivo se la preste. Puedes tener las dos cosas.",
	"passkey.copied": "La marca de tu dispositivo puede copiar la llave a tus otros dispositivos. Entonces, quien entre en tu cuenta de allí tal vez entre también aquí.",
	"passkey.name": "¿Cómo la llamas?",
	"passkey.name-hint": "Por ejemplo: mi teléfono. Solo lo lees tú. Puedes dejarlo vacío.",
	"passkey.done": "Hacer una llave de acceso",
	"passkey.made": "Listo. Desde ahora, el bloqueo de tu dispositivo abre tu lugar.",
	"passkey.cannot": "Este navegador o este dispositivo no puede hacer eso. Tus cinco palabras abren tu lugar como antes.",

	"ways.passkey": "Una llave de acceso",
	"ways.own-lock": "Abrir con el bloqueo de este dispositivo (una llave de acceso)",
	"ways.own-lock-fact": "Abre con el bloqueo de un dispositivo.",
	"change.remove.passkey": "Tu dispositivo tal vez la muestre aún entre sus contraseñas. Puedes borrarla ahí también.",
	"pending.add.4": "El {day} alguien pidió agregar una llave de acceso a tu lugar.",
	"pending.remove.4": "El {day} alguien pidió quitar una llave de acceso de tu lugar.",
};
