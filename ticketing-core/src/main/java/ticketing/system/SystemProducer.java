package ticketing.system;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import operation.instance.Instances;
import operation.settings.ReadSettings;
import org.eclipse.microprofile.config.Config;

/** Makes of what all services share what tells of this one. */
class SystemProducer {

    @Produces
    @Singleton
    Instances<InstanceReport> instances(InstanceStore store, DescribeInstance own, ObjectMapper json) {
        return new Instances<>(store, own::at, json, InstanceReport.class);
    }

    @Produces
    @Singleton
    ReadSettings settings(Config config, ObjectMapper json) {
        return new ReadSettings(config, json, SystemProducer.class.getResource("/system/settings.json"));
    }
}
