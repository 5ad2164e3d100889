// How many parts npm's sms-segments-calculator counts: a list of texts in, a list of [encoding, parts, units] out.
import calculator from 'sms-segments-calculator';

const { SegmentedMessage } = calculator;
const texts = JSON.parse(process.argv[2]);
const counted = texts.map((text) => {
  const message = new SegmentedMessage(text);
  return [message.encodingName, message.segmentsCount];
});
console.log(JSON.stringify(counted));
