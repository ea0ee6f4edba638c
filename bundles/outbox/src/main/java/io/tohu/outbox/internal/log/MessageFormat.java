/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Messages as records.
 *
 * <pre>
 * 17 byte  flags: 1 retain, 2 no payload, 4 payload deflated, 8 topic and payload encrypted
 * 18 byte  QoS
 * 19 byte  bytes of filling at the end
 * 20 int   id
 * 24 long  order
 * 32 long  created, wall clock
 * 40 long  created, age clock
 * 48 int   priority
 * 52 int   length of the topic in bytes
 * 56 topic (UTF-8), payload
 * </pre>
 */
final class MessageFormat {

    private static final int RETAIN = 1;
    private static final int NO_PAYLOAD = 2;
    private static final int DEFLATED = 4;
    private static final int ENCRYPTED = 8;

    private static final int FLAGS = 17;
    private static final int QOS = 18;
    private static final int FILLING = 19;
    private static final int ID = 20;
    private static final int ORDER = 24;
    private static final int CREATED = 32;
    private static final int AGE = 40;
    private static final int PRIORITY = 48;
    private static final int TOPIC_LENGTH = 52;
    private static final int BODY = 56;

    private final Compression compression;
    private final Encryption encryption;
    private final boolean encrypt;

    /**
     * @param encryption null when there is no key
     * @param encrypt whether it is used for writing too
     */
    MessageFormat(Compression compression, Encryption encryption, boolean encrypt) {
        this.compression = compression;
        this.encryption = encryption;
        this.encrypt = encrypt && encryption != null;
    }

    /** The same with another compression. */
    MessageFormat with(Compression other) {
        return new MessageFormat(other, encryption, encrypt);
    }

    /** The record of a message; the frame is not sealed yet. */
    ByteBuffer write(Message message) {
        byte[] topic = message.topic().getBytes(StandardCharsets.UTF_8);
        byte[] payload = message.payload() == null ? new byte[0] : message.payload();
        byte[] packed = compression.pack(payload);
        int flags = (message.retain() ? RETAIN : 0)
                | (message.payload() == null ? NO_PAYLOAD : 0)
                | (packed == payload ? 0 : DEFLATED)
                | (encrypt ? ENCRYPTED : 0);
        int body = topic.length + packed.length + (encrypt ? Encryption.OVERHEAD : 0);
        ByteBuffer record = ByteBuffer.allocate(Frame.length(BODY - Frame.HEADER + body));
        Frame.type(record, Frame.MESSAGE);
        record.put(FLAGS, (byte) flags)
                .put(QOS, (byte) message.qos())
                .put(FILLING, (byte) (record.limit() - BODY - body))
                .putInt(ID, message.id())
                .putLong(ORDER, message.order())
                .putLong(CREATED, message.created())
                .putLong(AGE, message.age())
                .putInt(PRIORITY, message.priority())
                .putInt(TOPIC_LENGTH, topic.length);
        record.position(BODY);
        if (encrypt) {
            record.put(encryption.encrypt(topic, packed, message.id(), message.order()));
        } else {
            record.put(topic).put(packed);
        }
        return record.rewind();
    }

    /**
     * The message of a record.
     *
     * @throws IOException when its contents cannot be understood, for example without the key
     */
    Message read(ByteBuffer record) throws IOException {
        int flags = record.get(FLAGS);
        byte[] body = new byte[record.limit() - BODY - record.get(FILLING)];
        record.get(BODY, body);
        if ((flags & ENCRYPTED) != 0) {
            if (encryption == null) {
                throw new IOException("encrypted, and there is no key for it");
            }
            body = encryption.decrypt(body, id(record, 0), order(record, 0));
        }
        int topicLength = record.getInt(TOPIC_LENGTH);
        byte[] payload = new byte[body.length - topicLength];
        System.arraycopy(body, topicLength, payload, 0, payload.length);
        if ((flags & DEFLATED) != 0) {
            payload = Compression.unpack(payload);
        }
        return new Message(
                id(record, 0),
                order(record, 0),
                record.getLong(CREATED),
                record.getLong(AGE),
                new String(body, 0, topicLength, StandardCharsets.UTF_8),
                (flags & NO_PAYLOAD) == 0 ? payload : null,
                qos(record, 0),
                retain(record, 0),
                priority(record, 0));
    }

    static int id(ByteBuffer buffer, int at) {
        return buffer.getInt(at + ID);
    }

    static long order(ByteBuffer buffer, int at) {
        return buffer.getLong(at + ORDER);
    }

    static long created(ByteBuffer buffer, int at) {
        return buffer.getLong(at + CREATED);
    }

    static long age(ByteBuffer buffer, int at) {
        return buffer.getLong(at + AGE);
    }

    static int priority(ByteBuffer buffer, int at) {
        return buffer.getInt(at + PRIORITY);
    }

    static int qos(ByteBuffer buffer, int at) {
        return buffer.get(at + QOS);
    }

    static boolean retain(ByteBuffer buffer, int at) {
        return (buffer.get(at + FLAGS) & RETAIN) != 0;
    }
}
