/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void itemsAreSentInRequestsOfTheSmallerLimitAndResultsKeepTheirOrder() throws Exception {
        String[] results = send(250, new ItemLimit(100), 1000, Integer.MAX_VALUE);
        assertThat(sizes).containsExactly(100, 100, 50);
        assertThat(results).startsWith("0", "1").endsWith("249");
        sizes.clear();
        send(250, new ItemLimit(100), 60, Integer.MAX_VALUE);
        assertThat(sizes).containsExactly(60, 60, 60, 60, 10);
    }

    @Test
    void aServerThatRefusesMoreThanItAnnouncedIsAskedInSmallerRequestsAndRemembered() throws Exception {
        ItemLimit limit = new ItemLimit(Integer.MAX_VALUE);
        String[] results = send(100, limit, 1000, 30);
        assertThat(sizes).containsExactly(100, 50, 25, 25, 25, 25);
        assertThat(results).startsWith("0").endsWith("99");
        sizes.clear();
        send(100, limit, 1000, 30);
        assertThat(sizes).containsExactly(25, 25, 25, 25);
    }

    @Test
    void aRequestRefusedForAnotherReasonFailsItsItemsAndTheNextGoesOn() throws Exception {
        String[] results = Batches.send(
                items(4),
                new String[4],
                new ItemLimit(2),
                10,
                batch -> {
                    if (batch[0] == 0) {
                        throw new ServiceException(new StatusCode(StatusCodes.Bad_UserAccessDenied));
                    }
                    return answers(batch);
                },
                status -> "refused");
        assertThat(results).containsExactly("refused", "refused", "2", "3");
    }

    @Test
    void aLostConnectionIsNotTakenForAnAnswer() {
        assertThatThrownBy(() -> Batches.send(
                        items(4),
                        new String[4],
                        new ItemLimit(2),
                        10,
                        batch -> {
                            throw new LinkException("lost");
                        },
                        status -> "refused"))
                .isInstanceOf(LinkException.class);
    }

    @Test
    void noItemsMakeNoRequest() throws Exception {
        assertThat(send(0, new ItemLimit(2), 10, 10)).isEmpty();
        assertThat(sizes).isEmpty();
    }

    private String[] send(int count, ItemLimit limit, int max, int accepted) throws LinkException {
        return Batches.send(
                items(count),
                new String[count],
                limit,
                max,
                batch -> {
                    sizes.add(batch.length);
                    if (batch.length > accepted) {
                        throw new ServiceException(new StatusCode(StatusCodes.Bad_TooManyOperations));
                    }
                    return answers(batch);
                },
                status -> "refused");
    }

    private static Integer[] items(int count) {
        return IntStream.range(0, count).boxed().toArray(Integer[]::new);
    }

    private static String[] answers(Integer[] batch) {
        return Arrays.stream(batch).map(String::valueOf).toArray(String[]::new);
    }
}
