"""Kinds of tasks, of what goes in and comes out, and of what results are measured by.

A kind a line, as `siblings` reads them.
"""

ALONE = """
vision tasks: object_detection/detector/detection/detect_objects/yolo/bounding
  semantic_segmentation/segment instance_segmentation/segment/segmentation panoptic/segmentation
  image_classification/image/visual/vision/picture/photo/cifar/mnist/pixel
  object_tracking/track/tracker/tracking
  pose_estimation/pose/keypoint depth_estimation/depth optical_flow/flow
  image_captioning=captioning/caption/description image_retrieval/retrieval/retrieve
  image_generation=image_synthesis/generate/generation/synthesis/generative/text_to_image
  super_resolution/resolution/upscale/upsampling image_restoration/restore/restoration
  inpainting/inpaint/fill denoising/denoise/noise/ddpm/diffusion deblurring/deblur/blur
  dehazing/dehaze/haze deraining/derain/rain colorization=colourization/color/colour
  style_transfer/style/styliz image_editing/edit/editing/manipulation face_recognition/face/facial
  action_recognition/action/activity person_re_identification/identification/reid
  scene_text/text/ocr gaze_estimation/gaze crowd_counting=object_counting/count/crowd
  image_registration/registration/align image_matting=matting
  image_compression/compression/compress/codec visual_grounding/grounding change_detection/change
  anomaly_detection/anomaly/anomalies/defect lane_detection/lane
  visual_localization/localization/place video_summarization/summarization/summary
  view_synthesis/view/rendering shape_completion/completion
language tasks: machine_translation=translation/translate/translator/mt
  summarization=summarisation/summary/summaries/summarize/summarise
  question_answering=qa/question/answer named_entity=ner/entity/entities relation_extraction
  sentiment_analysis=sentiment/opinion/emotion topic_modeling=topic_modelling/topic
  text_classification/text/document/sentence/language/news/sentiment/topic/nlp/tweet
  hate_speech/hate/hateful/toxic/offensive
  fact_checking=fact_verification/fact/claim/verification entity_linking event_extraction
  coreference keyphrase_extraction/keyphrase/keyword
  natural_language_inference=nli/entailment/inference intent_detection/intent
  dialogue/dialog/chat/conversation/chatbot/talk
  paraphrasing=paraphrase/rephras/reword/rewrit/reformulat
  grammatical_error=grammar_correction/grammar/grammatical part_of_speech/pos
  dependency_parsing/dependency/parsing word_sense/sense semantic_parsing=text_to_sql/sql/parse
  text_simplification/simplif/simple essay_scoring/essay authorship/author argument_mining/argument
  stance_detection/stance spelling_correction/spelling text_generation/generate/generation
  sarcasm_detection/sarcasm plagiarism/copying language_identification/language_id
  fake_news/misinformation/disinformation/fake emotion_recognition/emotion
  reading_comprehension/comprehension/reading text_to_speech/tts
  information_extraction/extraction/extract
speech tasks: speech_recognition=asr/speech/spoken/voice/utterance/transcription/transcribe
  speech_synthesis=text_to_speech=tts/synthesis/synthesize speaker_verification/speaker
  speaker_diarization=diarization/speaker voice_conversion/conversion/convert
  speech_enhancement/enhancement/enhance/denoise
  speech_separation=source_separation/separation/separate speech_translation/translation
  keyword_spotting=wake_word/keyword emotion_recognition/emotion audio_captioning/caption
  sound_event/event music_generation/music beat_tracking/beat
  audio_classification/audio/sound/acoustic/music
  voice_activity/activity dubbing/dub lip_reading/lip
code tasks: code_generation=program_synthesis/generate/generation/synthesis
  code_completion/completion/complete code_review/review
  program_repair=bug_fixing/repair/fix/bug/patch code_search/search/retrieval
  code_translation/translation/translate/transpile/migration unit_test=test_generation/test
  vulnerability_detection/vulnerability/vulnerabilities fuzzing/fuzz decompilation/decompile
  refactoring/refactor code_summarization/summar formal_verification/verification/verify
  malware_detection/malware debugging/debug
graph tasks: node_classification link_prediction/linking graph_classification/graph
  community_detection/community/communities graph_generation/generation entity_alignment/alignment
  knowledge_graph_completion/completion influence_maximization/influence
recommending tasks: click_through/click/ctr sequential_recommendation/recommend cold_start/cold
  collaborative_filtering/collaborative rating_prediction/rating session_based/session
representations: signed_distance=sdf/distance/implicit occupancy/occupancies
  radiance_field=nerf=radiance gaussian_splatting=splatting=gaussians/splat/gaussian mesh=meshes
  point_cloud=point_clouds/points/lidar voxel=voxels/volumetric octree triplane=tri_plane/plane
  depth_map/depth light_field surfel spline=splines/bezier/nurbs/cad implicit_function/implicit
  parametric_surface boundary_representation/cad neural_field/field/nerf/radiance/implicit/siren/inr
maps: depth_map/depth optical_flow/flow surface_normal/normal edge_map/edge mesh=meshes
  heat_map=heatmap
  saliency_map/saliency segmentation_mask/mask/segment keypoint=keypoints/landmark
  bounding_box=bounding_boxes/box/detect skeleton=skeletons/joint/pose
  silhouette=silhouettes/contour/mask attention_map/attention
text features: bag_of_words=bow word2vec/vec/word_vector glove fasttext elmo tf_idf=tfidf
  n_gram=ngram/gram one_hot bert_embedding/bert sentence_embedding/sentence
sound features: spectrogram=spectrograms/mel/spectral waveform=waveforms/raw mfcc=mfccs/cepstral/mel
  phoneme=phonemes/phonetic midi chroma/chromagram codec_token/codec pitch
tokenisers: byte_pair=bpe wordpiece sentencepiece unigram_tokenizer/unigram
measures of pictures: psnr=signal_to_noise/snr ssim=structural_similarity fid=frechet
  lpips=perceptual_similarity inception_score clip_score/clip niqe chamfer_distance/chamfer
measures of segments: dice iou=miou=intersection_over_union/jaccard hausdorff panoptic_quality/pq
  boundary_f1
measures of text: bleu rouge cider bertscore bleurt comet chrf word_error=wer/error
  character_error=cer/error edit_distance/levenshtein
measures of errors: mean_absolute=mae/absolute root_mean=rmse/squared mean_squared=mse/squared
  mean_absolute_percentage=mape r_squared=r2/determination
game names: chess shogi poker minecraft atari starcraft dota hanabi sudoku tetris werewolf/mafia
  backgammon bridge_game pacman pong mario/nintendo pokemon
"""

AROUND = """
modalities: image=images/picture/photo/visual/vision/pixel/frames/imagenet
  text=textual/language/caption
  audio/sound/acoustic/speech/voice/spoken
  video=videos/footage/clip/film/movie/frames/track/motion/camera/streaming
  music/musical/song/melody
series tasks: forecasting=forecast/prediction/predict/predicting imputation/impute/missing
  anomaly_detection/anomaly/anomalies/outlier change_point/change trend_estimation/trend
  fault_diagnosis/fault remaining_useful/remaining
robot tasks: grasping/grasp locomotion/walk/walking/gait navigation/navigate manipulation/manipulate
  motion_planning=path_planning/plan/planning/trajectory mapping/map/slam
  localization=localisation/localize/pose teleoperation/teleoperate assembly/assemble
  inspection/inspect exploration/explore parking pick_and_place/pick
  obstacle_avoidance/obstacle/collision pouring folding/fold cooking object_rearrangement/rearrange
  calibration/calibrate
driving tasks: lane_keeping/lane trajectory_prediction/trajectory/forecast/motion traffic_sign/sign
  pedestrian_detection/pedestrian parking overtaking/overtake lane_changing=lane_change/lane
  traffic_light/light traffic_forecasting/traffic
bare tasks: recognition/identification/classification/recognise/recognizer/identify/asr
  detection/localization/localisation/spotting/detect segmentation/segment/mask tracking/tracker
  captioning/caption/description/describe generation/synthesis/generate/synthesize
  reconstruction/recovery/restoration/reconstruct translation/translate
  summarization/summary/summarize retrieval/search/retrieve/database/lookup
  compression/compress/codec registration/align/alignment editing/edit/manipulation
  denoising/noise/ddpm/diffusion inpainting/inpaint enhancement/enhance separation/separate
  forecasting/prediction/predict/forecast colorization/colourization/colorize deblurring/blur
  estimation/estimate/regression recommendation/recommend deduplication parsing/parse anonymization
  pretraining/pretrain/trained/training fine_tuning/finetune/finetuning/tune/tuned
measures of ranks: ndcg=discounted_cumulative mrr=reciprocal_rank recall_at
dialogue ends: customer_service/customer/support tutoring/tutor/education/teaching
  counselling=counseling=emotional_support/counsel/therapy/emotional/mental negotiation/negotiate
  persuasion/persuade booking/reservation
"""

BESIDE = """
learning problems: classification/classify/classifier/class/categorize regression/regress
  clustering/cluster ranking/rank anomaly_detection/anomaly/outlier
  dimensionality_reduction/dimension density_estimation/density causal_inference/causal
  feature_selection/feature survival_analysis/survival
text units: sentence/sentences word/token/lexical paragraph phrase/span
  document=documents/text/passage character/letter chapter/book subword/bpe/token byte=bytes
measures of classes: accuracy/accurate/correct precision recall/sensitivity f1=f_score/f
  auroc=auc/roc specificity sensitivity/recall perplexity balanced_accuracy matthews=mcc brier
  calibration_error/calibration/ece top_1 top_5 exact_match/em
costs: accuracy/accurate/correct/performance latency/delay/fast/speed/time/slow
  memory/ram/storage/footprint throughput/speed/fast/rate energy/power/consumption/watt
  bandwidth/communication parameter/size/weights carbon/emission/co2
"""
