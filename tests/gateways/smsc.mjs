// A message centre on npm's smpp, told what to do by lines of JSON on its input; each line it writes is something that
// happened. It ends when its input does, so that it never outlives the test that started it.
import { createInterface } from 'node:readline';
import smpp from 'smpp';
import defs from 'smpp/lib/defs.js';

const say = (event) => console.log(JSON.stringify(event));

// The octets as they came, beside what npm's smpp reads in them.
const decode = defs.filters.message.decode;
defs.filters.message.decode = function (value, ...rest) {
  if (Buffer.isBuffer(value)) this.octets = value.toString('hex');
  return decode.call(this, value, ...rest);
};

let counter = 0x1a2a;
let answers = [];
let receipts = null;
let password = null;
let quiet = false;
let thought = 0;
let submitted = 0;
let last = null;
const sessions = new Set();

function receipt(session, { id, to, stat = 'DELIVRD', err = '000', ids = 'same', tlv = false }) {
  const decimal = String(parseInt(id, 16)).padStart(10, '0');
  const named = ids === 'decimal' ? decimal : id;
  const states = { DELIVRD: 2, EXPIRED: 3, DELETED: 4, UNDELIV: 5, ENROUTE: 1, REJECTD: 8 };
  const text = `id:${named} sub:001 dlvrd:001 submit date:2611220730 done date:2611220731 stat:${stat} err:${err} text:`;
  const pdu = { source_addr: to, source_addr_ton: 1, source_addr_npi: 1, destination_addr: 'Kuitti', esm_class: 4 };
  if (tlv) Object.assign(pdu, { receipted_message_id: named, message_state: states[stat], short_message: '' });
  else pdu.short_message = text;
  session.deliver_sm(pdu, (answer) => say({ event: 'receipt taken', id, status: answer.command_status }));
}

function submit(session, pdu) {
  const answer = answers.shift() ?? 0;
  submitted += 1;
  last = Date.now();
  if (answer === 'drop before') return session.destroy();
  const id = (++counter).toString(16);
  if (!quiet) {
    const { message } = pdu.short_message;
    const { octets, data_coding, esm_class, registered_delivery, sequence_number } = pdu;
    const [to, from] = [pdu.destination_addr, pdu.source_addr];
    say({ event: 'submit', id, to, from, message, octets, data_coding, esm_class, registered_delivery, answer, sequence_number, at: Date.now() });
  }
  if (answer === 'drop') return session.destroy();
  if (answer === 'silence') return undefined;
  if (answer !== 0) return session.send(pdu.response({ command_status: answer }));
  if (receipts?.early) receipt(session, { ...receipts, id, to: pdu.destination_addr });
  setTimeout(() => take(session, pdu, id), thought);
  return undefined;
}

function take(session, pdu, id) {
  session.send(pdu.response({ message_id: id }));
  if (receipts && !receipts.early) receipt(session, { ...receipts, id, to: pdu.destination_addr });
}

const server = smpp.createServer({}, (session) => {
  sessions.add(session);
  session.on('close', () => sessions.delete(session));
  session.on('error', () => session.destroy());
  session.on('bind_transceiver', (pdu) => {
    const right = password === null || pdu.password === password;
    say({ event: 'bind', system_id: pdu.system_id, version: pdu.interface_version, right });
    session.send(pdu.response({ command_status: right ? 0 : 0x0e, system_id: 'npm' }));
  });
  session.on('enquire_link', (pdu) => {
    say({ event: 'enquire_link' });
    session.send(pdu.response());
  });
  session.on('unbind', (pdu) => {
    say({ event: 'unbind' });
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu) => submit(session, pdu));
});

const told = {
  // What the next submissions get: a status, "drop" (the connection, after it came), "drop before", or "silence".
  answer: ({ with: list }) => { answers = list; },
  receipts: ({ how }) => { receipts = how; },
  receipt: (how) => sessions.forEach((session) => receipt(session, how)),
  deliver: ({ from, pdu }) => {
    // Left to itself, npm's smpp calls the default alphabet ASCII.
    const data_coding = defs.encodings.detect(pdu.short_message ?? '') === 'ASCII' ? 0 : null;
    const short_message = pdu.octets ? Buffer.from(pdu.octets, 'hex') : pdu.short_message;
    const phone = { source_addr: from, source_addr_ton: 1, source_addr_npi: 1, destination_addr: '16400' };
    sessions.forEach((session) => session.deliver_sm(
      { ...phone, data_coding, ...pdu, short_message },
      (answer) => say({ event: 'text taken', status: answer.command_status }),
    ));
  },
  drop: () => sessions.forEach((session) => session.destroy()),
  unbind: () => sessions.forEach((session) => session.unbind()),
  password: ({ is }) => { password = is; },
  quiet: () => { quiet = true; },
  think: ({ ms }) => { thought = ms; },
  count: () => say({ event: 'count', submitted, last }),
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const order = JSON.parse(line);
    told[order.do](order);
    say({ event: 'told', order: order.do });
  })
  .on('close', () => process.exit(0));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => say({ event: 'listening', port: server.address().port }));
