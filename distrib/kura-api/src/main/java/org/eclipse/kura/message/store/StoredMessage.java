/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.message.store;

import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.kura.data.DataTransportToken;
import org.osgi.annotation.versioning.ProviderType;

/** A message as a message store holds it. */
@ProviderType
public class StoredMessage {

    private final int id;
    private final String topic;
    private final byte[] payload;
    private final int qos;
    private final boolean retain;
    private final int priority;
    private final Date createdOn;
    private final Date publishedOn;
    private final Date confirmedOn;
    private final Date droppedOn;
    private final DataTransportToken dataTransportToken;

    private StoredMessage(Builder builder) {
        this.id = builder.id;
        this.topic = builder.topic;
        this.payload = builder.payload;
        this.qos = builder.qos;
        this.retain = builder.retain;
        this.priority = builder.priority;
        this.createdOn = builder.createdOn;
        this.publishedOn = builder.publishedOn;
        this.confirmedOn = builder.confirmedOn;
        this.droppedOn = builder.droppedOn;
        this.dataTransportToken = builder.dataTransportToken;
    }

    public int getId() {
        return id;
    }

    public String getTopic() {
        return topic;
    }

    public byte[] getPayload() {
        return payload;
    }

    public int getQos() {
        return qos;
    }

    public boolean isRetain() {
        return retain;
    }

    public int getPriority() {
        return priority;
    }

    public Optional<Date> getCreatedOn() {
        return Optional.ofNullable(createdOn);
    }

    public Optional<Date> getPublishedOn() {
        return Optional.ofNullable(publishedOn);
    }

    public Optional<Date> getConfirmedOn() {
        return Optional.ofNullable(confirmedOn);
    }

    public Optional<Date> getDroppedOn() {
        return Optional.ofNullable(droppedOn);
    }

    public Optional<DataTransportToken> getDataTransportToken() {
        return Optional.ofNullable(dataTransportToken);
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        StoredMessage other = (StoredMessage) obj;
        return id == other.id
                && Objects.equals(topic, other.topic)
                && Arrays.equals(payload, other.payload)
                && qos == other.qos
                && retain == other.retain
                && priority == other.priority
                && Objects.equals(createdOn, other.createdOn)
                && Objects.equals(publishedOn, other.publishedOn)
                && Objects.equals(confirmedOn, other.confirmedOn)
                && Objects.equals(droppedOn, other.droppedOn)
                && Objects.equals(dataTransportToken, other.dataTransportToken);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                id,
                topic,
                Arrays.hashCode(payload),
                qos,
                retain,
                priority,
                createdOn,
                publishedOn,
                confirmedOn,
                droppedOn,
                dataTransportToken);
    }

    @Override
    public String toString() {
        return "StoredMessage [id=" + id + ", topic=" + topic + ", qos=" + qos + ", retain=" + retain + ", priority="
                + priority + ", createdOn=" + createdOn + ", publishedOn=" + publishedOn + ", confirmedOn="
                + confirmedOn + ", droppedOn=" + droppedOn + "]";
    }

    /** Builds a {@link StoredMessage}. */
    public static class Builder {

        private final int id;
        private String topic;
        private byte[] payload;
        private int qos;
        private boolean retain;
        private int priority;
        private Date createdOn;
        private Date publishedOn;
        private Date confirmedOn;
        private Date droppedOn;
        private DataTransportToken dataTransportToken;

        public Builder(int id) {
            this.id = id;
        }

        public Builder withTopic(String topic) {
            this.topic = topic;
            return this;
        }

        public Builder withPayload(byte[] payload) {
            this.payload = payload;
            return this;
        }

        public Builder withQos(int qos) {
            this.qos = qos;
            return this;
        }

        public Builder withRetain(boolean retain) {
            this.retain = retain;
            return this;
        }

        public Builder withPriority(int priority) {
            this.priority = priority;
            return this;
        }

        public Builder withCreatedOn(Date createdOn) {
            this.createdOn = createdOn;
            return this;
        }

        public Builder withPublishedOn(Date publishedOn) {
            this.publishedOn = publishedOn;
            return this;
        }

        public Builder withConfirmedOn(Date confirmedOn) {
            this.confirmedOn = confirmedOn;
            return this;
        }

        public Builder withDroppedOn(Date droppedOn) {
            this.droppedOn = droppedOn;
            return this;
        }

        public Builder withDataTransportToken(DataTransportToken dataTransportToken) {
            this.dataTransportToken = dataTransportToken;
            return this;
        }

        public StoredMessage build() {
            return new StoredMessage(this);
        }
    }
}
