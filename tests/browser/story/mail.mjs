// A mail server that keeps what it gets, with the moment it got it.

import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export class MailSink {
  messages = [];

  static open() {
    const sink = new MailSink();
    sink.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, taken) {
        simpleParser(stream).then((mail) => {
          sink.messages.push({ at: Date.now(), to: session.envelope.rcptTo.map((to) => to.address), mail });
          taken();
        }, taken);
      },
    });
    return new Promise((resolve) => {
      sink.server.listen(0, '127.0.0.1', () => {
        sink.port = sink.server.server.address().port;
        resolve(sink);
      });
    });
  }

  /** The messages to one address, oldest first. */
  to(address) {
    return this.messages.filter((message) => message.to.includes(address));
  }

  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
