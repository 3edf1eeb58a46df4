# One recipe for the three services; the build context is the service's own folder after "mvn package".
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home service
COPY --chmod=755 <<'SCRIPT' /opt/healthy
#!/bin/bash
# Asks the service itself whether it is ready; the image has no HTTP client.
exec 3<>"/dev/tcp/127.0.0.1/${HTTP_PORT}" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
SCRIPT
WORKDIR /opt/service
# Libraries first: they change seldom and stay cached.
COPY target/quarkus-app/lib/ lib/
COPY target/quarkus-app/*.jar ./
COPY target/quarkus-app/app/ app/
COPY target/quarkus-app/quarkus/ quarkus/
USER 10001
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Djava.util.logging.manager=org.jboss.logmanager.LogManager"
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
