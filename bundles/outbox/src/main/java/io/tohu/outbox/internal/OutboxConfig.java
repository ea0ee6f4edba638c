/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of an outbox. */
@ObjectClassDefinition(
        id = OutboxComponent.NAME,
        name = "Outbox",
        description = "Keeps every message of this gateway on disk until the broker has confirmed it. To use it, enter"
                + " the name of this instance as store.db.service.pid of the cloud connection's DataService.")
public @interface OutboxConfig {

    @AttributeDefinition(
            name = "Disk space (MB)",
            description = "What each queue may take under Kura's data directory. When it is used up, the oldest of the"
                    + " least important messages are dropped.",
            min = "1")
    int size_mb() default 512;

    @AttributeDefinition(
            name = "Messages",
            description = "How many messages each queue may hold. A waiting message takes 64 bytes of memory.",
            min = "1")
    int messages() default 1_000_000;

    @AttributeDefinition(
            name = "Disk reserve (MB)",
            description = "Free space on the file system that is left to others: the queue grows no further when less"
                    + " is left.",
            min = "0")
    int disk_reserve_mb() default 64;

    @AttributeDefinition(
            name = "Flush intervals",
            description = "Empty: each message is on disk before it counts as stored. To spare a slow disk, write from"
                    + " which priority on messages are flushed every so many milliseconds only, for example"
                    + " 5=10, 7=1000. A power cut loses what is younger; a killed process loses nothing.",
            required = false)
    String flush_intervals() default "";

    @AttributeDefinition(
            name = "Shares",
            description = "Empty: none. How many percent of the queue the messages of a priority may take at most, for"
                    + " example 5=60, 7=30, so that one source cannot push out another.",
            required = false)
    String quotas() default "";

    @AttributeDefinition(
            name = "Alarm priority",
            description = "While the disk fails, messages of this priority and more important ones (smaller numbers)"
                    + " are kept in memory, at most 1000; others are refused.",
            min = "0")
    int alarm_priority() default 4;

    @AttributeDefinition(
            name = "Compress from (bytes)",
            description = "Payloads of this size and larger are compressed on disk where it pays. 0: none. Useful for"
                    + " payloads of some KB that Kura does not compress itself.",
            min = "0")
    int compress_from() default 0;

    @AttributeDefinition(
            name = "Encrypt",
            description = "Encrypts topic and payload on disk (AES-256-GCM). The key lies beside the queue, wrapped by"
                    + " Kura's own key: set that to a secret of your own, or it protects little. Takes effect when the"
                    + " gateway starts anew.")
    boolean encrypt() default false;
}
