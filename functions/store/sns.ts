import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";

/** Publishes a message to whoever has subscribed. */
export type Publish = (subject: string, text: string) => Promise<void>;

/** Publishes through an SNS topic. */
export function snsTopic(arn: string, region: string): Publish {
  const client = new SNSClient({ region });
  return async (subject, text) => {
    await client.send(new PublishCommand({ TopicArn: arn, Subject: subject, Message: text }));
  };
}
