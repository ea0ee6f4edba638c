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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraStoreCapacityReachedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.system.SystemService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider as Kura's data service uses it. */
class OutboxComponentTest {

    @TempDir
    private Path data;

    private final Form form = new Form();
    private OutboxComponent outbox;

    private MessageStore open(String name) throws KuraStoreException {
        if (outbox == null) {
            outbox = component("outbox");
        }
        return outbox.openMessageStore(name);
    }

    private OutboxComponent component(String pid) {
        SystemService system = (SystemService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SystemService.class},
                (proxy, method, args) -> method.getName().equals("getKuraDataDirectory") ? data.toString() : null);
        CryptoService crypto = (CryptoService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CryptoService.class}, (proxy, method, args) -> {
                    char[] text = ((char[]) args[0]).clone();
                    for (int i = 0; i < text.length; i++) {
                        text[i] ^= 1;
                    }
                    return text;
                });
        return new OutboxComponent(system, crypto, form, Map.of("kura.service.pid", pid));
    }

    @AfterEach
    void deactivate() {
        if (outbox != null) {
            outbox.deactivate();
        }
    }

    private void restart() {
        deactivate();
        outbox = null;
    }

    private static int store(MessageStore store, String topic) throws KuraStoreException {
        return store.store(topic, null, 1, false, 5);
    }

    @Test
    void storesOfDifferentNamesHaveNothingInCommon() throws Exception {
        store(open("org.eclipse.kura.data.DataService"), "a");
        store(open("a/../b"), "b");
        restart();

        assertThat(open("org.eclipse.kura.data.DataService").getMessageCount()).isEqualTo(1);
        assertThat(open("a/../b").getNextMessage().orElseThrow().getTopic()).isEqualTo("b");
        assertThat(Files.list(data.resolve("tohu/outbox/outbox"))).hasSize(2);
    }

    @Test
    void aStoreOfOneNameIsOneStoreHoweverOftenItIsOpened() throws Exception {
        MessageStore first = open("same");
        MessageStore second = open("same");
        store(first, "a");
        first.close();

        assertThat(second.getMessageCount()).isEqualTo(1);
        second.close();
        assertThatThrownBy(() -> store(second, "b")).isInstanceOf(KuraStoreException.class);
        assertThat(open("same").getMessageCount()).isEqualTo(1);
    }

    @Test
    void nothingIsTakenByAnOutboxThatHasBeenStoppedSinceItWouldBeLost() throws Exception {
        MessageStore store = open("stopped");
        outbox.deactivate();

        assertThatThrownBy(() -> store.store("alarm", null, 1, false, 0))
                .isInstanceOf(KuraStoreException.class)
                .isNotInstanceOf(KuraStoreCapacityReachedException.class);
        assertThatThrownBy(store::getNextMessage).isInstanceOf(KuraStoreException.class);
        assertThatThrownBy(() -> outbox.openMessageStore("stopped")).isInstanceOf(KuraStoreException.class);
        OutboxComponent upgraded = component("outbox");
        assertThat(upgraded.openMessageStore("stopped").getMessageCount()).isZero();
        assertThat(upgraded.status().get("stopped").trouble()).isEmpty();
        upgraded.deactivate();
    }

    @Test
    void aRefusalIsToldAsReachedCapacitySinceKuraDisconnectsAtEverythingElse() throws Exception {
        form.messages = 1;
        MessageStore store = open("small");
        store.store("alarm", null, 1, false, 1);

        assertThatThrownBy(() -> store(store, "telemetry")).isInstanceOf(KuraStoreCapacityReachedException.class);
    }

    @Test
    void aSecondOutboxOnTheSameDirectoryKeepsAlarmsInMemoryUntilItIsFree() throws Exception {
        MessageStore first = open("shared");
        OutboxComponent other = component("outbox");
        MessageStore second = other.openMessageStore("shared");

        second.store("alarm", null, 1, false, 1);
        assertThatThrownBy(() -> store(second, "telemetry"))
                .isInstanceOf(KuraStoreCapacityReachedException.class)
                .hasMessageContaining("in use");
        assertThat(other.status().get("shared").trouble()).contains("in use by another outbox");
        first.close();
        other.deactivate();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsTroubleThatIsToldAndNoReasonNotToOpen() throws Exception {
        Files.createDirectories(data.resolve("tohu"));
        Files.writeString(data.resolve("tohu/outbox"), "a file in the way");

        MessageStore store = open("nowhere");
        store.store("alarm", null, 1, false, 1);

        assertThat(outbox.status().get("nowhere").trouble()).contains("tohu/outbox");
        assertThat(store.getNextMessage()).isPresent();
    }

    @Test
    void aChangedFormIsTakenInPlaceAndAWrongOneIsTheSafeOne() throws Exception {
        MessageStore store = open("live");
        store(store, "a");
        form.messages = 1;
        form.intervals = "nonsense";
        outbox.modified(form);

        store(store, "b");

        assertThat(store.getUnpublishedMessages())
                .extracting(message -> message.getTopic())
                .containsExactly("b");
    }

    @Test
    void theKeyOfAnEncryptedQueueIsWrappedAndStays() throws Exception {
        form.encrypt = true;
        store(open("secret"), "topic/secret");
        restart();
        form.encrypt = false;

        assertThat(open("secret").getNextMessage().orElseThrow().getTopic()).isEqualTo("topic/secret");
        store(open("secret"), "topic/plain");
        assertThat(open("secret").getUnpublishedMessages()).hasSize(2);
    }

    @Test
    void anInterruptedCallerLosesNeitherItsMessageNorTheStore() throws Exception {
        MessageStore store = open("interrupted");
        Thread.currentThread().interrupt();
        store(store, "a");
        store.getNextMessage();
        assertThat(Thread.interrupted()).as("the interrupt is not swallowed").isTrue();

        store(store, "b");
        restart();
        assertThat(open("interrupted").getUnpublishedMessages()).hasSize(2);
    }

    @Test
    void manyCallersAtOnceAreAllServed() throws Exception {
        MessageStore store = open("busy");
        List<Thread> callers = java.util.stream.IntStream.range(0, 8)
                .mapToObj(caller -> new Thread(() -> {
                    for (int i = 0; i < 50; i++) {
                        try {
                            store(store, caller + "/" + i);
                        } catch (KuraStoreException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }))
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        restart();

        assertThat(open("busy").getUnpublishedMessages())
                .extracting(message -> message.getTopic())
                .doesNotHaveDuplicates()
                .hasSize(400);
    }
}
