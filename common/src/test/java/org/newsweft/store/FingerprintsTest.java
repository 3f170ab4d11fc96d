package org.newsweft.store;
import java.util.Map;
import org.junit.jupiter.api.Test;
class FingerprintsTest {
    @Test void show() {
        for (String j : new String[]{"ingest.IngestJob","stories.StoriesJob","annotate.AnnotateJob","entities.EntitiesJob","cooccurrence.CooccurrenceJob","tone.ToneJob","trends.TrendsJob"}) {
            long t=System.nanoTime();
            Map<String,String> p = Fingerprints.parts("org.newsweft.jobs."+j, getClass().getClassLoader());
            System.out.println(j+" "+p.size()+" "+CodeClosure.fingerprint(p)+" "+(System.nanoTime()-t)/1000000+" ms");
            p.keySet().stream().filter(k->!k.endsWith(".class")).forEach(k->System.out.println("   "+k));
            System.out.println("   "+p.keySet().stream().filter(k->k.endsWith(".class")).map(k->k.replaceAll("org/newsweft/","").replaceAll("\\.class","")).toList());
        }
    }
}
