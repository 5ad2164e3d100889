// A mail server on npm's smtp-server: it offers STARTTLS, takes every mail, and says for each line of JSON on its output whom it was for
// and under which id it came. It ends when its input does, so that it never outlives the test that started it.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const say = (event) => console.log(JSON.stringify(event));
let thought = 0;
const header = (mail, name) => new RegExp(`^${name}:\\s*(.*?)\\r?$`, 'im').exec(mail)?.[1] ?? null;

function take(stream, session, done) {
  const parts = [];
  stream.on('data', (part) => parts.push(part));
  stream.on('end', () => {
    const mail = Buffer.concat(parts).toString('utf8');
    const to = session.envelope.rcptTo.map(({ address }) => address);
    say({ event: 'mail', to, id: header(mail, 'Message-ID'), secure: session.secure, at: Date.now() });
    setTimeout(done, thought);
  });
}

const server = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH'], disableReverseLookup: true, onData: take });
// A client that is killed in the middle of a mail.
server.on('error', () => {});

const told = {
  think: ({ ms }) => { thought = ms; },
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const order = JSON.parse(line);
    told[order.do](order);
    say({ event: 'told', order: order.do });
  })
  .on('close', () => process.exit(0));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }));
