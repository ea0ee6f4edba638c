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

import java.util.List;

/** Several observers of one link, told one after the other. */
public final class LinkObservers implements LinkObserver {

    private final List<LinkObserver> observers;

    public LinkObservers(LinkObserver... observers) {
        this.observers = List.of(observers);
    }

    @Override
    public void connected(Connection connection) {
        observers.forEach(observer -> observer.connected(connection));
    }

    @Override
    public void tend(Connection connection) {
        observers.forEach(observer -> observer.tend(connection));
    }

    @Override
    public void lost(String reason) {
        observers.forEach(observer -> observer.lost(reason));
    }

    @Override
    public void resumed(Connection connection) {
        observers.forEach(observer -> observer.resumed(connection));
    }

    @Override
    public void retired(Connection connection) {
        observers.forEach(observer -> observer.retired(connection));
    }
}
