/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.ComponentContext;

/**
 * Drivers without OSGi, made, changed and stopped as the component runtime would: by their constructor and by the
 * methods {@code modified} and {@code deactivate}. Components that they refer to live as long as the host.
 */
public final class DriverHost implements Closeable {

    private static final String OPCUA = "io.tohu.opcua.internal.OpcUaDriver";
    private static final String MODBUS = "io.tohu.modbus.internal.ModbusDriver";

    private final Map<Class<?>, Object> services = new HashMap<>();
    private final Deque<Closeable> started = new ArrayDeque<>();

    /**
     * @param data what the drivers take for Kura's data directory
     */
    public DriverHost(Path data) {
        services.put(CryptoService.class, fake(CryptoService.class, (proxy, method, args) -> switch (method.getName()) {
            case "encryptAes", "decryptAes" -> args[0];
            default -> throw new UnsupportedOperationException(method.getName());
        }));
        services.put(SystemService.class, fake(SystemService.class, (proxy, method, args) -> switch (method.getName()) {
            case "getKuraDataDirectory" -> data.toString();
            default -> throw new UnsupportedOperationException(method.getName());
        }));
    }

    /** A driver that runs here. */
    public final class Hosted implements Closeable {

        private final String pid;
        private final Object component;

        private Hosted(String pid, Object component) {
            this.pid = pid;
            this.component = component;
        }

        public Driver driver() {
            return (Driver) component;
        }

        /** Gives the driver another configuration. */
        public void update(Map<String, Object> entered) throws IOException {
            call("modified", entered);
        }

        @Override
        public void close() throws IOException {
            if (started.remove(this)) {
                call("deactivate", Map.of());
            }
        }

        private void call(String name, Map<String, Object> entered) throws IOException {
            Method method = Arrays.stream(component.getClass().getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            Object[] arguments = arguments(method.getParameterTypes(), pid, entered);
            invoke(() -> method.invoke(component, arguments));
        }
    }

    public Hosted opcUa(String pid, Map<String, Object> entered) throws IOException {
        return start(OPCUA, pid, entered);
    }

    public Hosted modbus(String pid, Map<String, Object> entered) throws IOException {
        return start(MODBUS, pid, entered);
    }

    private Hosted start(String type, String pid, Map<String, Object> entered) throws IOException {
        Constructor<?> constructor = invoke(() -> Class.forName(type).getConstructors()[0]);
        Object[] arguments = arguments(constructor.getParameterTypes(), pid, entered);
        Hosted hosted = new Hosted(pid, invoke(() -> constructor.newInstance(arguments)));
        started.push(hosted);
        return hosted;
    }

    /** Stops the drivers that still run, then what they referred to. */
    @Override
    public void close() throws IOException {
        while (!started.isEmpty()) {
            Closeable last = started.peek();
            last.close();
            started.remove(last);
        }
    }

    private Object[] arguments(Class<?>[] types, String pid, Map<String, Object> entered) throws IOException {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = argument(types[i], pid, entered);
        }
        return arguments;
    }

    private Object argument(Class<?> type, String pid, Map<String, Object> entered) throws IOException {
        if (type.isAnnotation()) {
            return Form.filled(type.asSubclass(Annotation.class), entered);
        } else if (type == Map.class) {
            Map<String, Object> properties = new HashMap<>(entered);
            properties.put("kura.service.pid", pid);
            return properties;
        } else if (type == ComponentContext.class) {
            return new Standalone(pid);
        } else if (!services.containsKey(type) && !type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
            Constructor<?> constructor = type.getConstructors()[0];
            Object[] arguments = arguments(constructor.getParameterTypes(), pid, entered);
            Object service = invoke(() -> constructor.newInstance(arguments));
            services.put(type, service);
            started.addLast(() -> stop(service));
        }
        return services.get(type);
    }

    /** Components that drivers refer to are stopped by one method, if at all. */
    private static void stop(Object service) throws IOException {
        Optional<Method> stop = Arrays.stream(service.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        method.getName().equals("close") || method.getName().equals("remove"))
                .findFirst();
        if (stop.isPresent()) {
            invoke(() -> stop.get().invoke(service));
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface Reflection<T> {
        T run() throws ReflectiveOperationException;
    }

    private static <T> T invoke(Reflection<T> reflection) throws IOException {
        try {
            return reflection.run();
        } catch (InvocationTargetException e) {
            throw new IOException("the driver failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IOException("the driver is not as it was: " + e, e);
        }
    }
}
